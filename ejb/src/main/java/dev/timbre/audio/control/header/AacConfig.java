package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.RecordingFact.Kind;

/**
 * The AudioSpecificConfig of an AAC track (ISO/IEC 14496-3). The sample entry beside it often says
 * two channels for mono, so this is what counts.
 *
 * @param sampleRate samples per second of the decoded sound
 * @param channels 0 when the stream itself must tell
 * @param coreRate samples per second before spectral band replication, at which frames are counted
 */
record AacConfig(int sampleRate, int channels, int coreRate) {

  private static final int[] RATES = {
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350
  };
  private static final int EXPLICIT_RATE = 15;
  private static final int ES_DESCRIPTOR = 3;
  private static final int DECODER_CONFIG = 4;
  private static final int DECODER_SPECIFIC = 5;
  private static final int MPEG4_AUDIO = 0x40;
  private static final int MPEG2_AAC_MAIN = 0x66;
  private static final int MPEG2_AAC_SSR = 0x68;
  private static final int AAC_LC = 2;
  private static final int AAC_MAIN = 1;
  private static final int AAC_LTP = 4;
  private static final int SBR = 5;
  private static final int PARAMETRIC_STEREO = 29;

  /** Reads the configuration out of an {@code esds} box. */
  static AacConfig read(Mp4Box esds) {
    ByteReader stream = descriptor(esds.content(), 4, ES_DESCRIPTOR);
    int flags = stream.u8(2);
    int at = 3;
    at += (flags & 0x80) != 0 ? 2 : 0;
    at += (flags & 0x40) != 0 ? 1 + stream.u8(at) : 0;
    at += (flags & 0x20) != 0 ? 2 : 0;
    ByteReader decoder = descriptor(stream, at, DECODER_CONFIG);
    int coding = decoder.u8(0);
    boolean aac = coding == MPEG4_AUDIO || (coding >= MPEG2_AAC_MAIN && coding <= MPEG2_AAC_SSR);
    if (!aac) {
      throw Rejections.codec(
          Kind.MP4_OBJECT_TYPE.of(String.format("0x%02X", coding)), Mp4SampleEntry.ACCEPTED);
    }
    return parse(new Bits(descriptor(decoder, 13, DECODER_SPECIFIC)));
  }

  /** Seconds in one frame: 1024 samples; a rare variant has 960, so this is an upper bound. */
  double frameSeconds() {
    return 1024.0 / coreRate;
  }

  private static AacConfig parse(Bits bits) {
    int type = objectType(bits);
    int rate = rate(bits);
    int coreRate = rate;
    int channels = bits.next(4);
    if (type == SBR || type == PARAMETRIC_STEREO) {
      rate = rate(bits);
      channels = type == PARAMETRIC_STEREO && channels == 1 ? 2 : channels;
      type = objectType(bits);
    }
    if (type != AAC_LC && type != AAC_MAIN && type != AAC_LTP) {
      throw Rejections.codec(Kind.MPEG4_OBJECT_TYPE.of(type), Mp4SampleEntry.ACCEPTED);
    }
    return new AacConfig(rate, channels, coreRate);
  }

  private static int objectType(Bits bits) {
    int type = bits.next(5);
    return type == 31 ? 32 + bits.next(6) : type;
  }

  private static int rate(Bits bits) {
    int index = bits.next(4);
    int rate = index == EXPLICIT_RATE ? bits.next(24) : index < RATES.length ? RATES[index] : 0;
    Rejections.requireSampleRate(rate);
    return rate;
  }

  /** The content of the descriptor that must begin there (ISO/IEC 14496-1, 7.2.2). */
  private static ByteReader descriptor(ByteReader reader, int start, int tag) {
    if (reader.u8(start) != tag) {
      throw Rejections.inconsistent("The m4a does not describe its coding as MPEG-4 asks.");
    }
    int at = start + 1;
    int length = 0;
    int digit;
    do {
      digit = reader.u8(at);
      length = (length << 7) | (digit & 0x7F);
      at++;
    } while ((digit & 0x80) != 0 && at - start <= 4);
    return reader.slice(at, Math.min(length, (long) reader.size() - at));
  }

  /** Reads bits from the highest on. */
  private static final class Bits {

    private final ByteReader reader;
    private int position;

    Bits(ByteReader reader) {
      this.reader = reader;
    }

    int next(int count) {
      int value = 0;
      for (int i = 0; i < count; i++) {
        value = (value << 1) | ((reader.u8(position >> 3) >> (7 - (position & 7))) & 1);
        position++;
      }
      return value;
    }
  }
}
