package dev.timbre.provider.client.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of what is read, looking at eight bytes at once. */
public final class ByteSearch {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The same byte eight times, when multiplied by it. */
  private static final long EACH = 0x0101010101010101L;

  private static final long HIGH_BITS = 0x8080808080808080L;

  private ByteSearch() {}

  /** Where the first {@code one} or {@code other} stands; {@code to} when there is none. */
  public static int either(byte[] bytes, int from, int to, char one, char other) {
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, at);
      long found = zeros(eight ^ one * EACH) | zeros(eight ^ other * EACH);
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < to && bytes[at] != one && bytes[at] != other) {
      at++;
    }
    return at;
  }

  /**
   * The high bit of each byte that is zero. A byte above a zero one may be marked wrongly, so only
   * the lowest mark counts: the first byte, in this order.
   */
  private static long zeros(long eight) {
    return (eight - EACH) & ~eight & HIGH_BITS;
  }
}
