package dev.timbre.audio.control.measure;

/**
 * The coefficients of a second-order filter, normalised so that a0 is 1. The designs are bilinear
 * transforms with K = tan(pi f0 / fs), so that they fit any sample rate.
 */
record Biquad(double b0, double b1, double b2, double a1, double a2) {

  private static final double BUTTERWORTH_Q = Math.sqrt(0.5);

  /** First stage of the K-weighting of ITU-R BS.1770: a high shelf of 4 dB. */
  static Biquad kShelf(int sampleRate) {
    double k = Math.tan(Math.PI * 1681.974450955533 / sampleRate);
    double q = 0.7071752369554196;
    double high = Math.pow(10, 3.999843853973347 / 20);
    double band = Math.pow(high, 0.4996667741545416);
    double a0 = 1 + k / q + k * k;
    return new Biquad(
        (high + band * k / q + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / q + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / q + k * k) / a0);
  }

  /** Second stage of the K-weighting; its numerator is not normalised, as in the standard. */
  static Biquad kHighPass(int sampleRate) {
    Biquad filter = highPass(sampleRate, 38.13547087602444, 0.5003270373238773);
    return new Biquad(1, -2, 1, filter.a1, filter.a2);
  }

  /** A Butterworth high pass. */
  static Biquad highPass(int sampleRate, double frequency) {
    return highPass(sampleRate, frequency, BUTTERWORTH_Q);
  }

  private static Biquad highPass(int sampleRate, double frequency, double q) {
    double k = Math.tan(Math.PI * frequency / sampleRate);
    double a0 = 1 + k / q + k * k;
    return new Biquad(1 / a0, -2 / a0, 1 / a0, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
  }

  /**
   * A low pass of quality q; two with the Q values of a fourth-order Butterworth make a steep one.
   */
  static Biquad lowPass(double sampleRate, double frequency, double q) {
    double k = Math.tan(Math.PI * frequency / sampleRate);
    double a0 = 1 + k / q + k * k;
    double b = k * k / a0;
    return new Biquad(b, 2 * b, b, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
  }
}
