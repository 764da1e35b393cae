package dev.timbre.audit.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 with exactly one text for each sequence of bytes (RFC 4648, section 3.5). The decoder of
 * the platform passes over the spare bits of the last character, so that a changed text could stand
 * for the same signature or hash; in a proof every character counts.
 */
public final class CanonicalBase64 {

  private CanonicalBase64() {}

  /**
   * @throws IllegalArgumentException when the text is not what encoding its bytes yields
   */
  public static byte[] decode(String text) {
    return decode(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * @param text its characters, a byte each
   * @throws IllegalArgumentException when the text is not what encoding its bytes yields
   */
  public static byte[] decode(byte[] text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!Arrays.equals(Base64.getEncoder().encode(bytes), text)) {
      throw new IllegalArgumentException("The text is not the base64 of its bytes.");
    }
    return bytes;
  }
}
