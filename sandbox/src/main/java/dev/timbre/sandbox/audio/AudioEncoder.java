package dev.timbre.sandbox.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes sound in the asked format. */
public final class AudioEncoder {
  private static final int TAG_PCM = 1;
  private static final int TAG_MU_LAW = 7;
  private static final int OPUS_RATE = 48_000;

  private AudioEncoder() {}

  /** Encodes; the sound is brought to the encoding's sample rate first. */
  public static byte[] encode(Pcm sound, Encoding encoding) {
    Pcm pcm = Resampler.resample(sound, encoding.sampleRate());
    return switch (encoding.format()) {
      case PCM -> linear(pcm, encoding.channels());
      case WAV -> wav(linear(pcm, encoding.channels()), encoding, TAG_PCM, 2);
      case PCMU_RAW -> muLaw(pcm, encoding.channels());
      case PCMU_WAV -> wav(muLaw(pcm, encoding.channels()), encoding, TAG_MU_LAW, 1);
      case MP3 -> LibavEncoder.encode("libmp3lame", "mp3", pcm, encoding);
      case FLAC -> LibavEncoder.encode("flac", "flac", pcm, encoding);
      case OPUS ->
          LibavEncoder.encode("libopus", "ogg", Resampler.resample(pcm, OPUS_RATE), encoding);
    };
  }

  static short sample16(float value) {
    return (short) Math.round(Math.max(-1f, Math.min(1f, value)) * 32767f);
  }

  private static byte[] linear(Pcm pcm, int channels) {
    ByteBuffer out = ByteBuffer.allocate(pcm.samples().length * channels * 2);
    out.order(ByteOrder.LITTLE_ENDIAN);
    for (float value : pcm.samples()) {
      for (int c = 0; c < channels; c++) {
        out.putShort(sample16(value));
      }
    }
    return out.array();
  }

  private static byte[] muLaw(Pcm pcm, int channels) {
    ByteBuffer out = ByteBuffer.allocate(pcm.samples().length * channels);
    for (float value : pcm.samples()) {
      for (int c = 0; c < channels; c++) {
        out.put(muLaw(sample16(value)));
      }
    }
    return out.array();
  }

  // ITU-T G.711: sign, three bits of exponent, four of mantissa, all inverted.
  private static byte muLaw(short sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs((int) sample), 32635) + 132;
    int exponent = 7;
    for (int mask = 0x4000; (magnitude & mask) == 0 && exponent > 0; mask >>= 1) {
      exponent--;
    }
    int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }

  private static byte[] wav(byte[] data, Encoding encoding, int tag, int width) {
    int frame = encoding.channels() * width;
    ByteBuffer out = ByteBuffer.allocate(44 + data.length + (data.length & 1));
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(out.capacity() - 8).put(ascii("WAVE"));
    out.put(ascii("fmt ")).putInt(16).putShort((short) tag).putShort((short) encoding.channels());
    out.putInt(encoding.sampleRate()).putInt(encoding.sampleRate() * frame);
    out.putShort((short) frame).putShort((short) (width * 8));
    out.put(ascii("data")).putInt(data.length).put(data);
    return out.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
