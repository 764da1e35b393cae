package dev.timbre.provider.client.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Width and height of an image in pixels. */
public record ImageSize(int width, int height) {

  /**
   * Reads the head of an image, not its pixels. Empty where the JDK cannot tell: a damaged head, or
   * WebP.
   */
  public static Optional<ImageSize> of(byte[] content) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      return readers.hasNext() ? Optional.of(read(readers.next(), in)) : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      // readers throw bare exceptions too for heads that make no sense
      return Optional.empty();
    }
  }

  private static ImageSize read(ImageReader reader, ImageInputStream in) throws IOException {
    try {
      reader.setInput(in, true, true);
      return new ImageSize(reader.getWidth(0), reader.getHeight(0));
    } finally {
      reader.dispose();
    }
  }

  /** The shorter side. */
  public int shortSide() {
    return Math.min(width, height);
  }

  /** Width by height. */
  public double ratio() {
    return (double) width / height;
  }

  @Override
  public String toString() {
    return width + "x" + height + " pixels";
  }
}
