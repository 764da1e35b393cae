package dev.timbre.audio.control.measure;

/** Percentiles with linear interpolation between neighbours. */
final class Percentiles {

  private Percentiles() {}

  /**
   * The value that a share of the values stays below.
   *
   * @param sorted ascending, not empty
   * @param share 0 to 1
   */
  static double of(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
