package dev.timbre.audio.control.measure;

import java.util.Arrays;

/**
 * The usual fundamental frequency of a speaker: over voiced frames of 40 ms, the median of the
 * shortest period after which a frame repeats itself nearly as well as after its best one, for
 * multiples of a period repeat as well as the period.
 */
final class Pitch {

  private static final double LOWEST_HZ = 65;
  private static final double HIGHEST_HZ = 420;
  private static final int WORKING_RATE = 8_000;
  private static final double FRAME_SECONDS = 0.040;
  private static final double STEP_SECONDS = 0.010;

  /** A frame is voiced when it repeats itself at least so well; 1 is perfectly. */
  private static final double VOICED = 0.6;

  private static final double NEARLY_BEST = 0.9;
  private static final double SILENCE = 1e-6;
  private static final int FEWEST_FRAMES = 5;

  private final double rate;
  private final float[] sound;
  private final int frame;
  private final int shortest;
  private final int longest;

  private Pitch(double rate, float[] sound) {
    this.rate = rate;
    this.sound = sound;
    this.frame = (int) (FRAME_SECONDS * rate);
    this.shortest = (int) (rate / HIGHEST_HZ);
    this.longest = (int) Math.ceil(rate / LOWEST_HZ);
  }

  /** In hertz; null when less than 50 ms are voiced. */
  static Double median(float[] samples, int length, int sampleRate) {
    int group = Math.max(1, sampleRate / WORKING_RATE);
    float[] reduced = new float[length / group];
    for (int i = 0; i < reduced.length; i++) {
      float sum = 0;
      for (int j = 0; j < group; j++) {
        sum += samples[i * group + j];
      }
      reduced[i] = sum / group;
    }
    return new Pitch((double) sampleRate / group, reduced).median();
  }

  private Double median() {
    int step = (int) (STEP_SECONDS * rate);
    double[] found = new double[sound.length / step + 1];
    int voiced = 0;
    for (int at = 0; at + frame + longest + 1 < sound.length; at += step) {
      double hertz = ofFrame(at);
      if (hertz > 0) {
        found[voiced++] = hertz;
      }
    }
    if (voiced < FEWEST_FRAMES) {
      return null;
    }
    double[] sorted = Arrays.copyOf(found, voiced);
    Arrays.sort(sorted);
    return sorted[voiced / 2];
  }

  private double ofFrame(int at) {
    double energy = product(at, at);
    if (energy < frame * SILENCE) {
      return 0;
    }
    double[] likeness = new double[longest + 2];
    double best = 0;
    for (int lag = shortest - 1; lag <= longest + 1; lag++) {
      double other = product(at + lag, at + lag);
      likeness[lag] = product(at, at + lag) / Math.sqrt(energy * other + 1e-12);
      best = lag >= shortest && lag <= longest ? Math.max(best, likeness[lag]) : best;
    }
    if (best < VOICED) {
      return 0;
    }
    for (int lag = shortest; lag <= longest; lag++) {
      boolean peak = likeness[lag] >= likeness[lag - 1] && likeness[lag] >= likeness[lag + 1];
      if (peak && likeness[lag] > NEARLY_BEST * best) {
        return rate / (lag + summit(likeness, lag));
      }
    }
    return 0;
  }

  /** Where the parabola through three neighbours has its top, from the middle one. */
  private static double summit(double[] likeness, int lag) {
    double left = likeness[lag - 1];
    double right = likeness[lag + 1];
    double bend = left - 2 * likeness[lag] + right;
    return bend == 0 ? 0 : 0.5 * (left - right) / bend;
  }

  private double product(int first, int second) {
    double sum = 0;
    for (int i = 0; i < frame; i++) {
      sum += sound[first + i] * sound[second + i];
    }
    return sum;
  }
}
