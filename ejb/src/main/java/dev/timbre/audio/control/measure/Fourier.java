package dev.timbre.audio.control.measure;

/** The fast Fourier transform of real frames of one length, a power of two. */
final class Fourier {

  private final int size;
  private final double[] cosines;
  private final double[] sines;

  Fourier(int size) {
    this.size = size;
    this.cosines = new double[size / 2];
    this.sines = new double[size / 2];
    for (int i = 0; i < size / 2; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / size);
      sines[i] = -Math.sin(2 * Math.PI * i / size);
    }
  }

  /** Power of each frequency from 0 to half the sampling rate. */
  double[] power(double[] frame) {
    double[] real = new double[size];
    double[] imaginary = new double[size];
    int shift = Integer.numberOfLeadingZeros(size) + 1;
    for (int i = 0; i < size; i++) {
      real[Integer.reverse(i) >>> shift] = frame[i];
    }
    for (int span = 1; span < size; span *= 2) {
      combine(real, imaginary, span);
    }
    double[] power = new double[size / 2 + 1];
    for (int i = 0; i < power.length; i++) {
      power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    return power;
  }

  private void combine(double[] real, double[] imaginary, int span) {
    int step = size / (2 * span);
    for (int start = 0; start < size; start += 2 * span) {
      for (int i = 0; i < span; i++) {
        int low = start + i;
        int high = low + span;
        double cosine = cosines[i * step];
        double sine = sines[i * step];
        double r = real[high] * cosine - imaginary[high] * sine;
        double m = real[high] * sine + imaginary[high] * cosine;
        real[high] = real[low] - r;
        imaginary[high] = imaginary[low] - m;
        real[low] += r;
        imaginary[low] += m;
      }
    }
  }
}
