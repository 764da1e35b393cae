package dev.timbre.audio.control.measure;

/** Sums over the samples of one channel. */
final class ChannelStatistics {

  /** A sample this high counts as clipped, but only in a run of {@link #CLIPPED_RUN}. */
  private static final float FULL_SCALE = 0.99f;

  private static final int CLIPPED_RUN = 3;

  private long count;
  private double sum;
  private double squares;
  private float peak;
  private long clipped;
  private int run;

  void add(float[] samples, int frames) {
    double blockSum = 0;
    double blockSquares = 0;
    float highest = peak;
    float lowest = -peak;
    for (int i = 0; i < frames; i++) {
      float value = samples[i];
      blockSum += value;
      blockSquares += (double) value * value;
      highest = value > highest ? value : highest;
      lowest = value < lowest ? value : lowest;
    }
    sum += blockSum;
    squares += blockSquares;
    count += frames;
    peak = Math.max(highest, -lowest);
    if (peak >= FULL_SCALE) {
      countClipped(samples, frames);
    }
  }

  private void countClipped(float[] samples, int frames) {
    for (int i = 0; i < frames; i++) {
      float value = samples[i];
      if (value >= FULL_SCALE || value <= -FULL_SCALE) {
        run++;
        clipped += run == CLIPPED_RUN ? CLIPPED_RUN : run > CLIPPED_RUN ? 1 : 0;
      } else {
        run = 0;
      }
    }
  }

  long clipped() {
    return clipped;
  }

  /** Largest magnitude; full scale is 1. */
  double peak() {
    return peak;
  }

  double mean() {
    return count == 0 ? 0 : sum / count;
  }

  /** Mean square without the mean. */
  double power() {
    return count == 0 ? 0 : Math.max(0, squares / count - mean() * mean());
  }
}
