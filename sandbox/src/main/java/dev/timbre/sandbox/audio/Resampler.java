package dev.timbre.sandbox.audio;

/** Changes the sample rate with a windowed sinc, so that speech stays free of mirror tones. */
final class Resampler {
  private static final int ZERO_CROSSINGS = 12;

  /** Values of the kernel per zero crossing; those between are interpolated. */
  private static final int STEPS = 512;

  private static final float[] KERNEL = table();

  private Resampler() {}

  static Pcm resample(Pcm sound, int rate) {
    if (sound.rate() == rate) {
      return sound;
    }
    float[] in = sound.samples();
    double step = (double) sound.rate() / rate;
    float[] out = new float[(int) Math.round(in.length / step)];
    double cutoff = Math.min(1, 1 / step) * 0.97;
    int reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
    for (int i = 0; i < out.length; i++) {
      double centre = i * step;
      int first = Math.max(0, (int) centre - reach + 1);
      int last = Math.min(in.length - 1, (int) centre + reach);
      double sum = 0;
      for (int k = first; k <= last; k++) {
        sum += in[k] * kernel((k - centre) * cutoff) * cutoff;
      }
      out[i] = (float) sum;
    }
    return new Pcm(out, rate);
  }

  private static double kernel(double x) {
    double at = Math.abs(x) * STEPS;
    int below = (int) at;
    return below >= KERNEL.length - 1
        ? 0
        : KERNEL[below] + (at - below) * (KERNEL[below + 1] - KERNEL[below]);
  }

  private static float[] table() {
    float[] table = new float[ZERO_CROSSINGS * STEPS + 1];
    table[0] = 1;
    for (int i = 1; i < table.length; i++) {
      double x = (double) i / STEPS;
      double window = 0.5 + 0.5 * Math.cos(Math.PI * x / ZERO_CROSSINGS);
      table[i] = (float) (Math.sin(Math.PI * x) / (Math.PI * x) * window);
    }
    return table;
  }
}
