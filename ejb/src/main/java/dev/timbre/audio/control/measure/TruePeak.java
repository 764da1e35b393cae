package dev.timbre.audio.control.measure;

import dev.timbre.audio.control.decode.PcmSink;

/**
 * The largest value between samples, by four times oversampling with a windowed sinc. Only places
 * within 6 dB of what was found so far are looked at; the rest cannot beat it.
 */
final class TruePeak implements PcmSink {

  private static final int PHASES = 4;
  private static final int TAPS = 48;
  private static final int HALF = TAPS / 2;
  private static final int STRETCH = 256;
  private static final float NEAR_PEAK = 0.5f;
  private static final float[][] SINC = sinc();

  private float[][] windows;
  private float[] joined = new float[0];
  private float peak;

  @Override
  public void begin(int sampleRate, int channels) {
    windows = new float[channels][TAPS];
  }

  @Override
  public void accept(float[][] samples, int frames) {
    if (joined.length < TAPS + frames) {
      joined = new float[TAPS + frames];
    }
    for (int channel = 0; channel < windows.length; channel++) {
      // The last samples of the block before make the first of this one complete.
      System.arraycopy(windows[channel], 0, joined, 0, TAPS);
      System.arraycopy(samples[channel], 0, joined, TAPS, frames);
      for (int from = HALF; from < HALF + frames; from += STRETCH) {
        int to = Math.min(HALF + frames, from + STRETCH);
        if (highest(from, to) > NEAR_PEAK * peak) {
          search(from, to);
        }
      }
      System.arraycopy(joined, frames, windows[channel], 0, TAPS);
    }
  }

  private float highest(int from, int to) {
    float highest = 0;
    for (int i = from; i < to; i++) {
      highest = Math.max(highest, Math.abs(joined[i]));
    }
    return highest;
  }

  /** Looks before and after each sample that is high enough, at each place once. */
  private void search(int from, int to) {
    int next = 0;
    for (int i = from; i < to; i++) {
      float value = Math.abs(joined[i]);
      if (value > NEAR_PEAK * peak) {
        peak = Math.max(peak, value);
        for (int start = Math.max(next, i - HALF); start <= i - HALF + 1; start++) {
          interpolate(start);
        }
        next = i - HALF + 2;
      }
    }
  }

  private void interpolate(int start) {
    for (int phase = 1; phase < PHASES; phase++) {
      float[] taps = SINC[phase];
      // Two sums that do not wait for each other.
      float even = 0;
      float odd = 0;
      for (int i = 0; i < TAPS; i += 2) {
        even += taps[i] * joined[start + i];
        odd += taps[i + 1] * joined[start + i + 1];
      }
      peak = Math.max(peak, Math.abs(even + odd));
    }
  }

  private static float[][] sinc() {
    float[][] taps = new float[PHASES][TAPS];
    for (int phase = 1; phase < PHASES; phase++) {
      double sum = 0;
      for (int i = 0; i < TAPS; i++) {
        double x = i - HALF + 1 - (double) phase / PHASES;
        double window = 0.5 + 0.5 * Math.cos(Math.PI * x / HALF);
        taps[phase][i] = (float) (window * Math.sin(Math.PI * x) / (Math.PI * x));
        sum += taps[phase][i];
      }
      for (int i = 0; i < TAPS; i++) {
        taps[phase][i] /= (float) sum;
      }
    }
    return taps;
  }

  /** The largest value seen, between samples or at one; full scale is 1. */
  double peak() {
    return peak;
  }
}
