package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.RecordingFact.Kind;

/** Adds up the runs of a fragmented MP4 file, as browsers record it. */
final class Mp4Fragments {

  // Flags of tfhd and trun (ISO/IEC 14496-12, 8.8.7 and 8.8.8).
  private static final int BASE_OFFSET = 0x1;
  private static final int DESCRIPTION = 0x2;
  private static final int DEFAULT_DURATION = 0x8;
  private static final int DEFAULT_SIZE = 0x10;
  private static final int DATA_OFFSET = 0x1;
  private static final int FIRST_FLAGS = 0x4;
  private static final int DURATION = 0x100;
  private static final int SIZE = 0x200;
  private static final int SAMPLE_FLAGS = 0x400;
  private static final int TIME_OFFSET = 0x800;

  private final ByteReader file;
  private final long trackId;
  private final long trackDuration;
  private final long trackSize;
  private Mp4Length length = Mp4Length.NONE;
  private long bytes;

  /** Prepares for the fragments of one track, with its defaults from the movie's {@code trex}. */
  Mp4Fragments(ByteReader file, Mp4Box movie, long trackId) {
    this.file = file;
    this.trackId = trackId;
    Mp4Box defaults =
        movie.get("mvex").all("trex").stream()
            .filter(box -> box.content().u32be(4) == trackId)
            .findFirst()
            .orElseThrow(() -> Rejections.inconsistent("The m4a has no defaults for fragments."));
    this.trackDuration = defaults.content().u32be(12);
    this.trackSize = defaults.content().u32be(16);
  }

  /** How long all runs so far last. */
  Mp4Length length() {
    return length;
  }

  /** Adds the runs of one {@code moof} box. */
  void add(Mp4Box fragment) {
    for (Mp4Box part : fragment.all("traf")) {
      Mp4Box header = part.get("tfhd");
      if (header.content().u32be(4) == trackId) {
        addRuns(part, header, fragment.start());
      }
    }
  }

  private void addRuns(Mp4Box part, Mp4Box header, long fragmentStart) {
    int flags = header.flags();
    int at = 8;
    long base = fragmentStart;
    if ((flags & BASE_OFFSET) != 0) {
      base = header.content().u64be(at);
      at += 8;
    }
    at += (flags & DESCRIPTION) != 0 ? 4 : 0;
    long duration = trackDuration;
    if ((flags & DEFAULT_DURATION) != 0) {
      duration = header.content().u32be(at);
      at += 4;
    }
    long size = (flags & DEFAULT_SIZE) != 0 ? header.content().u32be(at) : trackSize;
    for (Mp4Box run : part.all("trun")) {
      addRun(run, base, duration, size);
    }
  }

  private void addRun(Mp4Box run, long base, long defaultDuration, long defaultSize) {
    int flags = run.flags();
    int start = 8 + 4 * Integer.bitCount(flags & (DATA_OFFSET | FIRST_FLAGS));
    int entry = 4 * Integer.bitCount(flags & (DURATION | SIZE | SAMPLE_FLAGS | TIME_OFFSET));
    ByteReader content = run.content();
    long count = content.u32be(4);
    if (count * entry > content.size() - start) {
      throw Rejections.inconsistent("A run of the m4a says more samples than fit in it.");
    }
    long runTicks = (flags & DURATION) == 0 ? count * defaultDuration : 0;
    long runBytes = (flags & SIZE) == 0 ? count * defaultSize : 0;
    int sizeAt = (flags & DURATION) != 0 ? 4 : 0;
    for (long i = 0; entry > 0 && i < count; i++) {
      long at = start + i * entry;
      runTicks += (flags & DURATION) != 0 ? content.u32be(at) : 0;
      runBytes += (flags & SIZE) != 0 ? content.u32be(at + sizeAt) : 0;
    }
    requireInside(runBytes, (flags & DATA_OFFSET) != 0 ? base + (int) content.u32be(8) : 0);
    length = length.plus(new Mp4Length(runTicks, count));
  }

  private void requireInside(long runBytes, long offset) {
    bytes += runBytes;
    boolean inside =
        runBytes >= 0
            && offset >= 0
            && offset <= file.size()
            && runBytes <= file.size() - offset
            && bytes <= file.size();
    if (!inside) {
      throw Rejections.truncated(
          Kind.BYTES.of(file.size()),
          Kind.BYTES.of(offset + runBytes),
          "The m4a places sound beyond the end of the file.");
    }
  }
}
