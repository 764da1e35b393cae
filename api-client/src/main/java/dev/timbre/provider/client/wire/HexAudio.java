package dev.timbre.provider.client.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Hexadecimal text to bytes, strictly: a damaged piece is an error, never shorter audio. Works on
 * eight digits at once, because all streamed audio passes here.
 */
public final class HexAudio {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /** The same byte eight times, when multiplied by it. */
  private static final long EACH = 0x0101010101010101L;

  private static final long HIGH_BITS = 0x8080808080808080L;

  private static final byte[] DIGITS = new byte[256];

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
    byte[] digits = hex.getBytes(StandardCharsets.ISO_8859_1);
    return decode(digits, 0, digits.length);
  }

  /**
   * Decodes digits in ASCII.
   *
   * @throws IllegalArgumentException on an odd length or a byte that is no hex digit
   */
  public static byte[] decode(byte[] hex, int from, int to) {
    int length = to - from;
    if (length % 2 != 0) {
      throw new IllegalArgumentException("audio hex has an odd length of " + length);
    }
    byte[] bytes = new byte[length / 2];
    int at = from;
    int i = 0;
    for (; to - at >= Long.BYTES; at += Long.BYTES, i += Integer.BYTES) {
      long digits = (long) LONGS.get(hex, at);
      if (!areDigits(digits)) {
        break;
      }
      INTS.set(bytes, i, values(digits));
    }
    for (; at < to; at += 2, i++) {
      int value = DIGITS[hex[at] & 0xff] << 4 | DIGITS[hex[at + 1] & 0xff];
      if (value < 0) {
        throw new IllegalArgumentException(
            "audio hex has a bad digit at " + (at - from) + " or the next");
      }
      bytes[i] = (byte) value;
    }
    return bytes;
  }

  /** Whether eight digits stand there; the array must reach that far. */
  static boolean startsAt(byte[] text, int from) {
    return areDigits((long) LONGS.get(text, from));
  }

  /**
   * Whether each of eight bytes is a digit. Adding 0x80 - n to a byte below 0x80 sets its high bit
   * if it is n or more, and never carries into its neighbour.
   */
  private static boolean areDigits(long bytes) {
    long lower = bytes | 0x20 * EACH;
    long decimal = (bytes + (0x80 - '0') * EACH) & ~(bytes + (0x80 - '9' - 1) * EACH);
    long letter = (lower + (0x80 - 'a') * EACH) & ~(lower + (0x80 - 'f' - 1) * EACH);
    return ((decimal | letter) & ~bytes & HIGH_BITS) == HIGH_BITS;
  }

  /** Eight digits to four bytes: each to its value, then neighbours closer and closer together. */
  private static int values(long digits) {
    long nibbles = (digits & 0x0f * EACH) + 9 * (digits >>> 6 & EACH);
    long inPairs = (nibbles | nibbles >>> 4) & 0x00ff00ff00ff00ffL;
    long inFours = (inPairs | inPairs >>> 8) & 0x0000ffff0000ffffL;
    return (int) (inFours | inFours >>> 16);
  }
}
