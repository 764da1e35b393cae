package dev.timbre.provider.client.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** Audio bytes of an answer; immutable. */
public final class Audio {

  private final byte[] bytes;

  private Audio(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Decodes lower- or upper-case hex.
   *
   * @throws IllegalArgumentException on an odd length or a bad digit
   */
  public static Audio ofHex(String hex) {
    return new Audio(HexAudio.decode(Objects.requireNonNull(hex, "hex")));
  }

  /**
   * Decodes what was taken out of JSON.
   *
   * @param data the object {@code data} of that JSON
   * @throws IllegalArgumentException on an odd length or a bad digit
   */
  public static Audio of(AudioInJson json, WireObject data) {
    return new Audio(json.decode(data));
  }

  /** A copy of {@code bytes}. */
  public static Audio of(byte[] bytes) {
    return new Audio(bytes.clone());
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
    return "Audio[" + bytes.length + " bytes]";
  }
}
