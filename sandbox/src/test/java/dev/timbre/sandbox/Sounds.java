package dev.timbre.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sound for tests, made and measured without the code under test. */
final class Sounds {
  private Sounds() {}

  /** A wav file with a steady tone: mono, 8 kHz, 16 bit. */
  static byte[] wav(double seconds, double hz) {
    int count = (int) Math.round(seconds * 8000);
    ByteBuffer out = ByteBuffer.allocate(44 + 2 * count).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(36 + 2 * count).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16000);
    out.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * count);
    for (int i = 0; i < count; i++) {
      out.putShort((short) (8000 * Math.sin(2 * Math.PI * hz * i / 8000)));
    }
    return out.array();
  }

  /** The 16-bit samples of a mono wav file or, with an offset of 0, of bare PCM. */
  static short[] samples(byte[] bytes, int offset) {
    short[] samples = new short[(bytes.length - offset) / 2];
    ByteBuffer.wrap(bytes, offset, samples.length * 2)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    return samples;
  }

  static double rms(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }

  /** The frequency whose period repeats best over the whole sound. */
  static double pitch(short[] samples, int rate) {
    int best = 0;
    double bestScore = 0;
    int length = Math.min(samples.length - rate / 60, rate * 2);
    for (int lag = rate / 400; lag <= rate / 70; lag++) {
      double score = 0;
      for (int i = 0; i < length; i++) {
        score += (double) samples[i] * samples[i + lag];
      }
      if (score > bestScore) {
        bestScore = score;
        best = lag;
      }
    }
    return (double) rate / best;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
