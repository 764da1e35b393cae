package dev.timbre.provider.client.wire;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Small images of any size. */
public final class SampleImage {

  private SampleImage() {}

  public static byte[] png(int width, int height) {
    return written("png", width, height);
  }

  public static byte[] jpeg(int width, int height) {
    return written("jpeg", width, height);
  }

  private static byte[] written(String format, int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), format, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** The first bytes of a WebP image. */
  public static byte[] webp() {
    return new byte[] {'R', 'I', 'F', 'F', 26, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', 'L'};
  }

  /** An image with so many bytes, most of them behind its end. */
  public static byte[] padded(byte[] image, int length) {
    return Arrays.copyOf(image, length);
  }
}
