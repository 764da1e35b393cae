package dev.timbre.audio.control.measure;

/**
 * The filters of one channel, run together in one loop because each waits for its own last result
 * and the processor can overlap them: K-weighting for loudness, and a high pass that keeps rumble
 * and DC out of the speech levels.
 */
final class ChannelFilters {

  /** Below this, in Hz, there is no speech. */
  static final double SPEECH_FROM_HZ = 80;

  private final Biquad shelf;
  private final Biquad kHigh;
  private final Biquad high;
  private double shelf1;
  private double shelf2;
  private double kHigh1;
  private double kHigh2;
  private double high1;
  private double high2;
  private double weighted;
  private double speech;

  ChannelFilters(int sampleRate) {
    this.shelf = Biquad.kShelf(sampleRate);
    this.kHigh = Biquad.kHighPass(sampleRate);
    this.high = Biquad.highPass(sampleRate, SPEECH_FROM_HZ);
  }

  /** Filters a range of samples; the sums of squares are then ready to be taken. */
  void filter(float[] samples, int from, int to) {
    double s1 = shelf1;
    double s2 = shelf2;
    double k1 = kHigh1;
    double k2 = kHigh2;
    double h1 = high1;
    double h2 = high2;
    double weightedSum = 0;
    double speechSum = 0;
    for (int i = from; i < to; i++) {
      double x = samples[i];
      double y = shelf.b0() * x + s1;
      s1 = shelf.b1() * x - shelf.a1() * y + s2;
      s2 = shelf.b2() * x - shelf.a2() * y;
      double z = y + k1;
      k1 = -2 * y - kHigh.a1() * z + k2;
      k2 = y - kHigh.a2() * z;
      weightedSum += z * z;
      double v = high.b0() * x + h1;
      h1 = high.b1() * x - high.a1() * v + h2;
      h2 = high.b2() * x - high.a2() * v;
      speechSum += v * v;
    }
    shelf1 = s1;
    shelf2 = s2;
    kHigh1 = k1;
    kHigh2 = k2;
    high1 = h1;
    high2 = h2;
    weighted += weightedSum;
    speech += speechSum;
  }

  /** The sum of squares after K-weighting since the last call. */
  double takeWeighted() {
    double sum = weighted;
    weighted = 0;
    return sum;
  }

  /** The sum of squares above {@link #SPEECH_FROM_HZ} since the last call. */
  double takeSpeech() {
    double sum = speech;
    speech = 0;
    return sum;
  }
}
