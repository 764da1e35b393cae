package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.RecordingFact.Kind;
import java.util.Optional;

/** Where the samples of a track lie in the file and how long they last, outside fragments. */
final class Mp4SampleTable {

  private static final int TABLE = 4;

  private final Mp4Box times;
  private final Mp4Box sizes;
  private final Mp4Box chunks;
  private final Mp4Box offsets;
  private final boolean wideOffsets;

  private Mp4SampleTable(Mp4Box table) {
    this.times = table.get("stts");
    this.sizes = table.get("stsz");
    this.chunks = table.get("stsc");
    Optional<Mp4Box> wide = table.find("co64");
    this.wideOffsets = wide.isPresent();
    this.offsets = wide.orElseGet(() -> table.get("stco"));
  }

  /** The table in a {@code stbl} box; empty when it lists no samples, as in a fragmented file. */
  static Optional<Mp4SampleTable> in(Mp4Box table) {
    boolean filled =
        table.find("stts").filter(times -> times.content().u32be(TABLE) > 0).isPresent();
    return filled ? Optional.of(new Mp4SampleTable(table)) : Optional.empty();
  }

  /**
   * This table, once all its parts agree and every sample lies inside the file.
   *
   * @param file the whole file
   */
  Mp4SampleTable checked(ByteReader file) {
    long samples = sampleCount();
    if (timedSamples() != samples) {
      throw Rejections.inconsistent(
          "The m4a times " + timedSamples() + " samples but lists " + samples + ".");
    }
    long placed = placedSamples(file);
    if (placed != samples) {
      throw Rejections.inconsistent(
          "The m4a places " + placed + " samples but lists " + samples + ".");
    }
    return this;
  }

  /** How long all samples last. */
  Mp4Length length() {
    int count = times.count(TABLE, 8);
    long ticks = 0;
    for (int i = 0; i < count; i++) {
      ticks += times.content().u32be(8 + 8 * i) * times.content().u32be(12 + 8 * i);
    }
    return Mp4Length.NONE.plus(new Mp4Length(ticks, sampleCount()));
  }

  private long timedSamples() {
    int count = times.count(TABLE, 8);
    long samples = 0;
    for (int i = 0; i < count; i++) {
      samples += times.content().u32be(8 + 8 * i);
    }
    return samples;
  }

  private long sampleCount() {
    boolean sameSize = sizes.content().u32be(4) != 0;
    return sameSize ? sizes.content().u32be(8) : sizes.count(8, 4);
  }

  /** Places every chunk, by the table that says how many samples each has. */
  private long placedSamples(ByteReader file) {
    int runs = chunks.count(TABLE, 12);
    int chunkCount = offsets.count(TABLE, wideOffsets ? 8 : 4);
    long limit = sampleCount();
    long sample = 0;
    int run = 0;
    for (int chunk = 0; chunk < chunkCount && runs > 0; chunk++) {
      if (run + 1 < runs && chunks.content().u32be(8 + 12 * (run + 1)) == chunk + 1L) {
        run++;
      }
      long inChunk = chunks.content().u32be(12 + 12 * run);
      if (inChunk > limit - sample) {
        throw Rejections.inconsistent("The chunks of the m4a hold more samples than it lists.");
      }
      requireInside(file, offset(chunk), bytes(sample, inChunk));
      sample += inChunk;
    }
    return sample;
  }

  private long offset(int chunk) {
    return wideOffsets
        ? offsets.content().u64be(8L + 8L * chunk)
        : offsets.content().u32be(8L + 4L * chunk);
  }

  private long bytes(long firstSample, long count) {
    long sameSize = sizes.content().u32be(4);
    if (sameSize != 0) {
      return sameSize * count;
    }
    long bytes = 0;
    for (long i = firstSample; i < firstSample + count; i++) {
      bytes += sizes.content().u32be(12 + 4 * i);
    }
    return bytes;
  }

  private static void requireInside(ByteReader file, long offset, long bytes) {
    if (offset < 0 || bytes < 0 || offset > file.size() || bytes > file.size() - offset) {
      throw Rejections.truncated(
          Kind.BYTES.of(file.size()),
          Kind.BYTES.of(offset + bytes),
          "The m4a places sound beyond the end of the file.");
    }
  }
}
