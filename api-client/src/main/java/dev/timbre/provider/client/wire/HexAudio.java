package dev.timbre.provider.client.wire;

import java.util.Arrays;

/** Hexadecimal text to bytes, strictly: a damaged piece is an error, never shorter audio. */
public final class HexAudio {

  private static final byte[] DIGITS = new byte[128];

  static {
    Arrays.fill(DIGITS, (byte) -1);
    for (int value = 0; value < 16; value++) {
      DIGITS[Character.forDigit(value, 16)] = (byte) value;
      DIGITS[Character.toUpperCase(Character.forDigit(value, 16))] = (byte) value;
    }
  }

  private HexAudio() {}

  /**
   * @throws IllegalArgumentException on an odd length or a character that is no hex digit
   */
  public static byte[] decode(String hex) {
    int length = hex.length();
    if (length % 2 != 0) {
      throw new IllegalArgumentException("audio hex has an odd length of " + length);
    }
    byte[] bytes = new byte[length / 2];
    for (int i = 0, at = 0; at < length; i++, at += 2) {
      int value = digit(hex.charAt(at)) << 4 | digit(hex.charAt(at + 1));
      if (value < 0) {
        throw new IllegalArgumentException("audio hex has a bad digit at " + at + " or the next");
      }
      bytes[i] = (byte) value;
    }
    return bytes;
  }

  private static int digit(char c) {
    return c < DIGITS.length ? DIGITS[c] : -1;
  }
}
