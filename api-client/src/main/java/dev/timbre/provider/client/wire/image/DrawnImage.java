package dev.timbre.provider.client.wire.image;

import dev.timbre.provider.client.wire.ImageFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Optional;

/** The bytes of an image in an answer; immutable. */
public final class DrawnImage {

  /** 2048×2048 pixels without any compression stay below this. */
  static final int LARGEST = 32 * 1024 * 1024;

  private final byte[] bytes;

  private DrawnImage(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Decodes Base64.
   *
   * @throws IllegalArgumentException when it is damaged or holds more than 32 MiB
   */
  static DrawnImage ofBase64(String text) {
    if (text.length() / 4L * 3 > LARGEST) {
      throw new IllegalArgumentException("an image is larger than " + LARGEST + " bytes");
    }
    try {
      return new DrawnImage(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException damaged) {
      throw new IllegalArgumentException("an image is no valid Base64", damaged);
    }
  }

  /** Told by the bytes; empty when it is none of the usual formats. */
  public Optional<ImageFormat> format() {
    return ImageFormat.of(bytes);
  }

  /** Size in bytes. */
  public int size() {
    return bytes.length;
  }

  /** A stream over the bytes; may be opened again and again. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** Writes all bytes; neither flushes nor closes. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "DrawnImage[" + bytes.length + " bytes]";
  }
}
