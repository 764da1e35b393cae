package dev.timbre.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures for tests, made and measured without the code under test. */
final class Pictures {
  private Pictures() {}

  /** A black picture as a data URL. */
  static String dataUrl(String format, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return dataUrl(format, out.toByteArray());
  }

  static String dataUrl(String format, byte[] bytes) {
    return "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  /** The size of a picture, once it was really decoded: {@code "1280x720"}. */
  static String sizeOf(byte[] picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
    return image.getWidth() + "x" + image.getHeight();
  }
}
