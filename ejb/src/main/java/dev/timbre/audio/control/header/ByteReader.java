package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.RecordingFact.Kind;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers from a window of a file in memory. Nothing is copied, and a read outside the window
 * is a refusal, so that no walker can be led astray by an offset it did not check.
 */
final class ByteReader {

  private final byte[] bytes;
  private final int start;
  private final int size;

  ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private ByteReader(byte[] bytes, int start, int size) {
    this.bytes = bytes;
    this.start = start;
    this.size = size;
  }

  /** Bytes in the window. */
  int size() {
    return size;
  }

  /** A window in this window. */
  ByteReader slice(long at, long length) {
    requireInside(at, length);
    return new ByteReader(bytes, start + (int) at, (int) length);
  }

  int u8(long at) {
    requireInside(at, 1);
    return bytes[start + (int) at] & 0xFF;
  }

  int u16le(long at) {
    return u8(at) | (u8(at + 1) << 8);
  }

  int u16be(long at) {
    return (u8(at) << 8) | u8(at + 1);
  }

  int u24be(long at) {
    return (u16be(at) << 8) | u8(at + 2);
  }

  long u32le(long at) {
    return u16le(at) | ((long) u16le(at + 2) << 16);
  }

  long u32be(long at) {
    return ((long) u16be(at) << 16) | u16be(at + 2);
  }

  /** An unsigned 64-bit number; negative when it does not fit. */
  long u64be(long at) {
    return (u32be(at) << 32) | u32be(at + 4);
  }

  /** Whether the window holds these ASCII characters there; false beyond its end. */
  boolean matches(long at, String ascii) {
    if (at < 0 || at + ascii.length() > size) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (u8(at + i) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  String ascii(long at, int length) {
    requireInside(at, length);
    return new String(bytes, start + (int) at, length, StandardCharsets.US_ASCII);
  }

  private void requireInside(long at, long length) {
    // Not Objects.checkFromIndexSize(long…): its exception would leave the walker as a bug.
    if (at < 0 || length < 0 || at > size || length > size - at) {
      throw Rejections.truncated(
          Kind.BYTES.of(size),
          Kind.BYTES.of(at + length),
          "A header reaches beyond the bytes that are there.");
    }
  }
}
