package dev.timbre.sandbox.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What the first bytes of a picture file say of it. Nothing is decoded, so that no file however
 * large its picture costs more than its bytes.
 *
 * @param format {@code jpeg}, {@code png} or {@code webp}
 * @param width pixels
 * @param height pixels
 */
public record ImageFile(String format, int width, int height) {
  private static final int WEBP_HEADER = 30;

  /** Reads the header; empty when the bytes are of no format that the provider takes. */
  public static Optional<ImageFile> of(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return measured(bytes, "jpeg");
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return measured(bytes, "png");
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8) && bytes.length >= WEBP_HEADER) {
      return webp(bytes, head.substring(12));
    }
    return Optional.empty();
  }

  private static Optional<ImageFile> measured(byte[] bytes, String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      throw new IllegalStateException("this Java runtime reads no " + format);
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      return Optional.of(new ImageFile(format, reader.getWidth(0), reader.getHeight(0)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }

  // RFC 9649: lossy keeps 14-bit sizes after the start code, lossless two packed 14-bit sizes less
  // one, extended two 24-bit sizes less one.
  private static Optional<ImageFile> webp(byte[] bytes, String chunk) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return switch (chunk) {
      case "VP8 " ->
          Optional.of(new ImageFile("webp", in.getShort(26) & 0x3FFF, in.getShort(28) & 0x3FFF));
      case "VP8L" -> {
        int packed = in.getInt(21);
        int width = (packed & 0x3FFF) + 1;
        yield Optional.of(new ImageFile("webp", width, (packed >> 14 & 0x3FFF) + 1));
      }
      case "VP8X" -> {
        int width = (in.getInt(23) >>> 8) + 1;
        yield Optional.of(new ImageFile("webp", width, (in.getInt(26) >>> 8) + 1));
      }
      default -> Optional.empty();
    };
  }
}
