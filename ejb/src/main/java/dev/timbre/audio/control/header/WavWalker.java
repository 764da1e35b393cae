package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.RecordingFact.Kind;

/** Walks the chunks of a RIFF WAVE file. */
final class WavWalker {

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final long UNKNOWN_SIZE = 0xFFFFFFFFL;

  private final ByteReader file;
  private WavFormat format;
  private long factSamples = Long.MAX_VALUE;
  private long dataBytes = -1;

  WavWalker(ByteReader file) {
    this.file = file;
  }

  Headers walk() {
    long at = RIFF_HEADER;
    while (at + CHUNK_HEADER <= file.size()) {
      at = chunk(at);
    }
    if (format == null || dataBytes < 0) {
      throw Rejections.truncated(
          Kind.BYTES.of(file.size()), Kind.FMT_AND_DATA.of(), "The wav ends before its sound.");
    }
    long frames = format.frames(dataBytes);
    // The last ADPCM block may be filled up; the fact chunk says how much of it counts.
    if (format.samplesPerBlock() > 1 && frames - factSamples < format.samplesPerBlock()) {
      frames = Math.min(frames, factSamples);
    }
    return new Headers(format.audioFormat(), (double) frames / format.sampleRate());
  }

  /** Reads the chunk there and returns where the next one begins. */
  private long chunk(long at) {
    String id = file.ascii(at, 4);
    long size = file.u32le(at + 4);
    long content = at + CHUNK_HEADER;
    if (id.equals("data")) {
      return data(content, size);
    }
    requireChunk(at);
    if (id.equals("fmt ")) {
      if (format != null) {
        throw Rejections.inconsistent("The wav describes its format twice.");
      }
      format = WavFormat.read(file.slice(content, size));
    } else if (id.equals("fact") && size >= 4) {
      factSamples = file.u32le(content);
    }
    return next(content, size);
  }

  /**
   * Measures the sound. A size of 0, 0xFFFFFFFF or beyond the end of the file is how a program that
   * cannot seek writes it: then the bytes present count. A size below what is there is believed
   * only when a chunk follows, because readers disagree about the rest.
   */
  private long data(long content, long size) {
    if (format == null || dataBytes >= 0) {
      throw Rejections.inconsistent(
          "The wav has its sound before its format, or more than one data chunk.");
    }
    long present = file.size() - content;
    if (size == 0 || size == UNKNOWN_SIZE || size > present) {
      dataBytes = present;
      return file.size();
    }
    dataBytes = size;
    long next = next(content, size);
    if (next + CHUNK_HEADER <= file.size() && !isChunk(next)) {
      requireChunk(content + size);
      return content + size;
    }
    return next;
  }

  // Chunks begin at even offsets; some writers forget the pad byte, which data() forgives.
  private static long next(long content, long size) {
    return content + size + (size & 1);
  }

  private void requireChunk(long at) {
    if (!isChunk(at)) {
      throw Rejections.inconsistent(
          "At byte "
              + at
              + " the wav has something that is no chunk, or one that reaches beyond"
              + " the end of the file.");
    }
  }

  private boolean isChunk(long at) {
    if (at + CHUNK_HEADER > file.size()) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      int character = file.u8(at + i);
      if (character < 0x20 || character > 0x7E) {
        return false;
      }
    }
    return file.u32le(at + 4) <= file.size() - at - CHUNK_HEADER;
  }
}
