package dev.timbre.speech.control.label;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A LIST chunk of type INFO with an entry named AIGC (Multimedia Programming Interface 1.0, RIFF)
 * before the chunk with the samples.
 */
final class WavLabel implements LabelFormat {

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int SIZE_AT = 4;

  /** Sizes that mean "not known", which files that were written in one go have. */
  private static final int UNKNOWN = 0xffffffff;

  @Override
  public Optional<byte[]> write(byte[] head, String label) throws OddAudio {
    if (head.length < RIFF_HEADER) {
      return Optional.empty();
    }
    ByteBuffer riff = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    if (!"RIFF".equals(name(head, 0)) || !"WAVE".equals(name(head, 8))) {
      throw new OddAudio("no RIFF of type WAVE");
    }
    int at = RIFF_HEADER;
    while (at + CHUNK_HEADER <= head.length) {
      if ("data".equals(name(head, at))) {
        return Optional.of(withLabel(head, at, list(label)));
      }
      long size = Integer.toUnsignedLong(riff.getInt(at + SIZE_AT));
      long next = at + CHUNK_HEADER + size + (size & 1);
      if (next > LabelledAudio.LONGEST_HEAD) {
        throw new OddAudio("a chunk that ends at byte " + next);
      }
      at = (int) next;
    }
    return Optional.empty();
  }

  private static byte[] withLabel(byte[] head, int at, byte[] list) {
    ByteBuffer out =
        ByteBuffer.allocate(head.length + list.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(head, 0, at)
            .put(list)
            .put(head, at, head.length - at);
    int size = out.getInt(SIZE_AT);
    if (size != UNKNOWN && size != 0) {
      out.putInt(SIZE_AT, size + list.length);
    }
    return out.array();
  }

  private static byte[] list(String label) {
    byte[] text = (label + "\0").getBytes(StandardCharsets.US_ASCII);
    int padded = text.length + (text.length & 1);
    return ByteBuffer.allocate(RIFF_HEADER + CHUNK_HEADER + padded)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("LIST".getBytes(StandardCharsets.US_ASCII))
        .putInt(4 + CHUNK_HEADER + padded)
        .put("INFO".getBytes(StandardCharsets.US_ASCII))
        .put("AIGC".getBytes(StandardCharsets.US_ASCII))
        .putInt(text.length)
        .put(text)
        .array();
  }

  private static String name(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.US_ASCII);
  }
}
