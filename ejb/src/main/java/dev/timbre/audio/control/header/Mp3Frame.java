package dev.timbre.audio.control.header;

import java.util.Optional;

/**
 * The four-byte header of an MPEG audio layer III frame (ISO/IEC 11172-3, 13818-3, and the common
 * 2.5 extension for low rates).
 *
 * @param mpeg1 whether it is MPEG-1; otherwise MPEG-2 or 2.5
 * @param length bytes of the whole frame
 * @param samples samples per channel in the frame
 */
record Mp3Frame(boolean mpeg1, int sampleRate, int channels, int length, int samples) {

  private static final int[] MPEG1_KBITS = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] MPEG2_KBITS = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };
  private static final int[] MPEG1_RATES = {44_100, 48_000, 32_000};
  private static final int VERSION_RESERVED = 1;
  private static final int VERSION_2 = 2;
  private static final int VERSION_1 = 3;
  private static final int LAYER_III = 1;
  private static final int RESERVED_EMPHASIS = 2;

  /** The header there; empty when it is none, or of the free format, which is not accepted. */
  static Optional<Mp3Frame> at(ByteReader file, long at) {
    if (at < 0 || at + 4 > file.size() || file.u8(at) != 0xFF || file.u8(at + 1) < 0xE0) {
      return Optional.empty();
    }
    int version = (file.u8(at + 1) >> 3) & 3;
    int layer = (file.u8(at + 1) >> 1) & 3;
    int bitrate = file.u8(at + 2) >> 4;
    int rate = (file.u8(at + 2) >> 2) & 3;
    if (version == VERSION_RESERVED
        || layer != LAYER_III
        || bitrate == 0
        || bitrate == 15
        || rate == 3
        || (file.u8(at + 3) & 3) == RESERVED_EMPHASIS) {
      return Optional.empty();
    }
    boolean mpeg1 = version == VERSION_1;
    int sampleRate = MPEG1_RATES[rate] / (mpeg1 ? 1 : version == VERSION_2 ? 2 : 4);
    int samples = mpeg1 ? 1152 : 576;
    int bitsPerSecond = 1000 * (mpeg1 ? MPEG1_KBITS : MPEG2_KBITS)[bitrate];
    int padding = (file.u8(at + 2) >> 1) & 1;
    int length = samples / 8 * bitsPerSecond / sampleRate + padding;
    int channels = file.u8(at + 3) >> 6 == 3 ? 1 : 2;
    return Optional.of(new Mp3Frame(mpeg1, sampleRate, channels, length, samples));
  }

  /** Whether both can belong to one stream. */
  boolean continues(Mp3Frame first) {
    return mpeg1 == first.mpeg1 && sampleRate == first.sampleRate && channels == first.channels;
  }

  /** Where a Xing or Info tag begins in such a frame: after the header and the side information. */
  int tagOffset() {
    int sideInformation = mpeg1 ? (channels == 1 ? 17 : 32) : (channels == 1 ? 9 : 17);
    return 4 + sideInformation;
  }
}
