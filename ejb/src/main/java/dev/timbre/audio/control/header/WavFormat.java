package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.AudioFormat;
import dev.timbre.audio.entity.AudioFormat.Container;
import dev.timbre.audio.entity.RecordingFact.Kind;

/**
 * The {@code fmt } chunk of a WAV file.
 *
 * @param blockAlign bytes of one frame, or of one block for ADPCM
 * @param samplesPerBlock frames in one block; 1 for everything but ADPCM
 */
record WavFormat(String codec, int channels, int sampleRate, int blockAlign, int samplesPerBlock) {

  // Format tags of the RIFF registry (Microsoft mmreg.h).
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int IMA_ADPCM = 0x11;
  private static final int EXTENSIBLE = 0xFFFE;

  private static final int MIN_SIZE = 16;
  private static final int MAX_SIZE = 4096;
  private static final int SUB_FORMAT_OFFSET = 24;
  private static final int EXTENSIBLE_SIZE = 40;
  private static final int MAX_ADPCM_BLOCK = 16_384;

  /** Reads the chunk's content; refuses what no reader agrees on. */
  static WavFormat read(ByteReader chunk) {
    if (chunk.size() < MIN_SIZE || chunk.size() > MAX_SIZE) {
      throw Rejections.inconsistent(
          "The fmt chunk of the wav has " + chunk.size() + " bytes; it should have 16 to 4096.");
    }
    int tag = chunk.u16le(0);
    if (tag == EXTENSIBLE && chunk.size() >= EXTENSIBLE_SIZE) {
      tag = chunk.u16le(SUB_FORMAT_OFFSET);
    }
    int bits = chunk.u16le(14);
    String codec = codec(tag, bits);
    int channels = chunk.u16le(2);
    Rejections.requireChannels(channels);
    long rate = chunk.u32le(4);
    Rejections.requireSampleRate(rate);
    int blockAlign = chunk.u16le(12);
    int samplesPerBlock = 1;
    if (tag == IMA_ADPCM) {
      samplesPerBlock = adpcmSamples(chunk, channels, blockAlign);
    } else if (blockAlign != channels * bits / 8) {
      throw Rejections.inconsistent(
          "The wav says "
              + blockAlign
              + " bytes a frame, but its channels and bits give "
              + channels * bits / 8
              + ".");
    }
    return new WavFormat(codec, channels, (int) rate, blockAlign, samplesPerBlock);
  }

  private static String codec(int tag, int bits) {
    String codec =
        switch (tag) {
          case PCM -> pcmCodec(bits);
          case FLOAT -> bits == 32 ? "pcm_f32le" : bits == 64 ? "pcm_f64le" : null;
          case A_LAW -> bits == 8 ? "pcm_alaw" : null;
          case MU_LAW -> bits == 8 ? "pcm_mulaw" : null;
          case IMA_ADPCM -> bits == 4 ? "adpcm_ima_wav" : null;
          default -> null;
        };
    if (codec == null) {
      throw Rejections.codec(
          Kind.WAV_CODING.of(String.format("0x%04X", tag), bits), Kind.WAV_CODINGS.of());
    }
    return codec;
  }

  private static String pcmCodec(int bits) {
    return switch (bits) {
      case 8 -> "pcm_u8";
      case 16 -> "pcm_s16le";
      case 24 -> "pcm_s24le";
      case 32 -> "pcm_s32le";
      default -> null;
    };
  }

  // A block is a 4-byte header with one sample per channel, then two samples a byte.
  private static int adpcmSamples(ByteReader chunk, int channels, int blockAlign) {
    int header = 4 * channels;
    int samples = 2 * (blockAlign - header) / channels + 1;
    if (blockAlign <= header
        || blockAlign > MAX_ADPCM_BLOCK
        || chunk.size() < 20
        || chunk.u16le(18) != samples) {
      throw Rejections.inconsistent("The block size of the ADPCM wav fits no whole samples.");
    }
    return samples;
  }

  /** Frames in that many bytes of sound; a last part of a frame does not count. */
  long frames(long bytes) {
    long frames = bytes / blockAlign * samplesPerBlock;
    long rest = bytes % blockAlign;
    int header = 4 * channels;
    if (samplesPerBlock > 1 && rest > header) {
      frames += 2 * (rest - header) / channels + 1;
    }
    return frames;
  }

  AudioFormat audioFormat() {
    return new AudioFormat(Container.WAV, codec, sampleRate, channels);
  }
}
