package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.CanonicalBase64;
import dev.timbre.audit.proof.ExportLines;
import dev.timbre.audit.proof.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of an export after the first.
 *
 * @param position in the log; of positions only
 * @param stated the leaf hash that the line gives; of positions only
 * @param computed the leaf hash of the entry on the line; null without one
 * @param text the line itself where somebody must read it; null otherwise
 */
record Line(Kind kind, long position, byte[] stated, byte[] computed, String text) {

  /** What a line is about. */
  enum Kind {
    ENTRY,
    RETIRED,
    CHECKPOINT,
    UNSEALED,
    BROKEN
  }

  private static final byte[] POSITION = bytes(ExportLines.POSITION);
  private static final byte[] LEAF = bytes(ExportLines.LEAF);
  private static final byte[] ENTRY = bytes(ExportLines.ENTRY);
  private static final byte[] RETIRED = bytes(ExportLines.RETIRED);
  private static final byte[] CHECKPOINT = bytes(ExportLines.CHECKPOINT);
  private static final byte[] UNSEALED = bytes(ExportLines.UNSEALED);

  /** Characters of a hash in base64. */
  private static final int HASH = 44;

  private static final int MOST_DIGITS = 18;

  /** Reads the line that stands in a part of a buffer, without its line break. */
  static Line read(byte[] buffer, int begin, int end) {
    if (startsWith(POSITION, buffer, begin, end)) {
      return position(buffer, begin, end);
    }
    String text = new String(buffer, begin, end - begin, StandardCharsets.UTF_8);
    if (startsWith(CHECKPOINT, buffer, begin, end)) {
      return new Line(Kind.CHECKPOINT, 0, null, null, text);
    }
    if (startsWith(UNSEALED, buffer, begin, end)) {
      return new Line(Kind.UNSEALED, 0, null, null, text);
    }
    return broken(text);
  }

  private static Line position(byte[] buffer, int begin, int end) {
    int digits = begin + POSITION.length;
    int at = digits;
    long position = 0;
    while (at < end && buffer[at] >= '0' && buffer[at] <= '9' && at - digits < MOST_DIGITS) {
      position = position * 10 + (buffer[at++] - '0');
    }
    int hash = at + LEAF.length;
    int rest = hash + HASH;
    if (at == digits || !startsWith(LEAF, buffer, at, end) || rest >= end) {
      return broken(new String(buffer, begin, end - begin, StandardCharsets.UTF_8));
    }
    byte[] stated = decode(Arrays.copyOfRange(buffer, hash, rest));
    if (stated != null && Arrays.equals(buffer, rest, end, RETIRED, 0, RETIRED.length)) {
      return new Line(Kind.RETIRED, position, stated, null, null);
    }
    int entry = rest + ENTRY.length;
    if (stated == null || !startsWith(ENTRY, buffer, rest, end) || buffer[end - 1] != '}') {
      return broken(new String(buffer, begin, end - begin, StandardCharsets.UTF_8));
    }
    byte[] computed = Hashes.leaf(buffer, entry, end - 1 - entry);
    return new Line(Kind.ENTRY, position, stated, computed, null);
  }

  private static byte[] decode(byte[] base64) {
    try {
      byte[] hash = CanonicalBase64.decode(base64);
      return hash.length == Hashes.LENGTH ? hash : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean startsWith(byte[] prefix, byte[] buffer, int begin, int end) {
    return begin + prefix.length <= end
        && Arrays.equals(buffer, begin, begin + prefix.length, prefix, 0, prefix.length);
  }

  private static Line broken(String text) {
    return new Line(Kind.BROKEN, 0, null, null, text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
