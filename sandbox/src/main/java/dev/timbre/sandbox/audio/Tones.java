package dev.timbre.sandbox.audio;

import java.util.Random;

/** Sounds made of sines and noise: syllables of scripts FreeTTS cannot read, breaths, marks. */
final class Tones {
  static final int RATE = 16_000;
  private static final double SYLLABLE_SECONDS = 0.21;
  private static final int HARMONICS = 9;

  private Tones() {}

  /** A row of syllable-like tones with a glide each, as in a tone language. */
  static float[] syllables(int count, VoiceTone tone, double speed) {
    int length = (int) (RATE * SYLLABLE_SECONDS / speed);
    float[] out = new float[length * count];
    for (int s = 0; s < count; s++) {
      double glide = ((s * 7 + 3) % 5 - 2) * 0.02;
      double phase = 0;
      for (int i = 0; i < length; i++) {
        double t = (double) i / length;
        phase += 2 * Math.PI * tone.pitchHz() * (1 + glide * (t - 0.5)) / RATE;
        out[s * length + i] = (float) (vowel(phase, s) * envelope(t));
      }
    }
    return out;
  }

  /** A short breath of noise, standing for any sound that is no word. */
  static float[] breath(String name) {
    Random noise = new Random(name.hashCode());
    float[] out = new float[(int) (RATE * 0.4)];
    float low = 0;
    for (int i = 0; i < out.length; i++) {
      low += 0.4f * ((float) noise.nextGaussian() * 0.2f - low);
      out[i] = low * (float) envelope((double) i / out.length);
    }
    return out;
  }

  /** Three short high beeps with gaps: the audible mark of generated sound. */
  static float[] watermark() {
    int beat = RATE / 10;
    float[] out = new float[beat * 6];
    for (int b = 1; b < 6; b += 2) {
      for (int i = 0; i < beat; i++) {
        double level = 0.2 * envelope((double) i / beat);
        out[b * beat + i] = (float) (level * Math.sin(2 * Math.PI * 1760 * i / RATE));
      }
    }
    return out;
  }

  private static double vowel(double phase, int syllable) {
    double sum = 0;
    for (int h = 1; h <= HARMONICS; h++) {
      double weight = h == 2 + syllable % 3 ? 0.8 : 1.0 / h;
      sum += weight * Math.sin(h * phase);
    }
    return sum * 0.2;
  }

  private static double envelope(double t) {
    return Math.min(1, Math.min(t / 0.12, (1 - t) / 0.25));
  }
}
