package dev.timbre.sandbox.audio;

import java.util.Arrays;

/**
 * The usual fundamental frequency of a speaker: the median over voiced frames of an autocorrelation
 * peak. Good to a few per cent on clean speech, which is all a stand-in needs.
 */
public final class PitchEstimate {
  private static final double LOWEST_HZ = 70;
  private static final double HIGHEST_HZ = 400;
  private static final int WORKING_RATE = 8000;

  /** A frame counts as voiced when its best lag repeats at least this share of its energy. */
  private static final double VOICED = 0.55;

  private PitchEstimate() {}

  /**
   * Estimates the pitch in hertz, within [70, 400].
   *
   * @param fallback what to answer for sound without any voiced frame (silence, noise)
   */
  public static double of(Pcm sound, double fallback) {
    Pcm low = Resampler.resample(sound, WORKING_RATE);
    float[] x = low.samples();
    int frame = WORKING_RATE * 40 / 1000;
    int hop = WORKING_RATE * 20 / 1000;
    int longest = (int) (WORKING_RATE / LOWEST_HZ);
    double[] found = new double[Math.max(0, x.length / hop + 1)];
    int voiced = 0;
    for (int at = 0; at + frame + longest < x.length; at += hop) {
      double hz = ofFrame(x, at, frame);
      if (hz > 0) {
        found[voiced++] = hz;
      }
    }
    if (voiced == 0) {
      return fallback;
    }
    Arrays.sort(found, 0, voiced);
    return found[voiced / 2];
  }

  private static double ofFrame(float[] x, int at, int length) {
    int shortest = (int) (WORKING_RATE / HIGHEST_HZ);
    int longest = (int) (WORKING_RATE / LOWEST_HZ);
    double energy = product(x, at, 0, length);
    if (energy < length * 1e-5) {
      return 0;
    }
    double[] score = new double[longest + 1];
    double best = 0;
    for (int lag = shortest; lag <= longest; lag++) {
      double other = product(x, at + lag, 0, length);
      score[lag] = product(x, at, lag, length) / Math.sqrt(energy * other + 1e-12);
      best = Math.max(best, score[lag]);
    }
    if (best < VOICED) {
      return 0;
    }
    // The shortest lag near the best one: multiples of the period score as well as the period.
    for (int lag = shortest + 1; lag < longest; lag++) {
      boolean peak = score[lag] >= score[lag - 1] && score[lag] >= score[lag + 1];
      if (peak && score[lag] > 0.9 * best) {
        return (double) WORKING_RATE / lag;
      }
    }
    return 0;
  }

  private static double product(float[] x, int at, int lag, int length) {
    double sum = 0;
    for (int i = at; i < at + length; i++) {
      sum += x[i] * x[i + lag];
    }
    return sum;
  }
}
