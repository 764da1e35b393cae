package dev.timbre.audio.control;

import java.util.Arrays;

/**
 * The largest value between samples, by four times oversampling with a windowed sinc. Only places
 * within 6 dB of what was found so far are looked at; the rest cannot beat it.
 */
final class TruePeak implements PcmSink {

  private static final int PHASES = 4;
  private static final int TAPS = 48;
  private static final int HALF = TAPS / 2;
  private static final float NEAR_PEAK = 0.5f;
  private static final float[][] SINC = sinc();

  private float[][] windows;
  private float peak;

  @Override
  public void begin(int sampleRate, int channels) {
    windows = new float[channels][TAPS];
  }

  @Override
  public void accept(float[][] samples, int frames) {
    for (int channel = 0; channel < windows.length; channel++) {
      // The last samples of the block before make the first of this one complete.
      float[] joined = Arrays.copyOf(windows[channel], TAPS + frames);
      System.arraycopy(samples[channel], 0, joined, TAPS, frames);
      search(joined);
      windows[channel] = Arrays.copyOfRange(joined, frames, frames + TAPS);
    }
  }

  /** Looks between each sample and the next, where one of the two is high enough. */
  private void search(float[] samples) {
    for (int i = HALF - 1; i < samples.length - HALF; i++) {
      float higher = Math.max(Math.abs(samples[i]), Math.abs(samples[i + 1]));
      if (higher > NEAR_PEAK * peak) {
        peak = Math.max(peak, higher);
        interpolate(samples, i - HALF + 1);
      }
    }
  }

  private void interpolate(float[] samples, int start) {
    for (int phase = 1; phase < PHASES; phase++) {
      float[] taps = SINC[phase];
      float sum = 0;
      for (int i = 0; i < TAPS; i++) {
        sum += taps[i] * samples[start + i];
      }
      peak = Math.max(peak, Math.abs(sum));
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
