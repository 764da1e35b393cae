package dev.timbre.audio.control.measure;

import java.util.Arrays;

/**
 * Loudness by ITU-R BS.1770-4 and EBU R 128, loudness range by EBU Tech 3342.
 *
 * @param integratedLufs null when nothing passes the gate: silence, or less than 0.4 s
 * @param rangeLu null when nothing passes the gate, or below 3 s
 */
record Loudness(Double integratedLufs, Double rangeLu) {

  private static final double OFFSET_LUFS = -0.691;
  private static final double ABSOLUTE_GATE_LUFS = -70;
  private static final double RELATIVE_GATE_LU = -10;
  private static final double RANGE_GATE_LU = -20;
  private static final int STEP_HOPS = 10;
  private static final int BLOCK_HOPS = 40;
  private static final int SHORT_TERM_HOPS = 300;

  /** Computes both from the K-weighted energies of 10 ms hops. */
  static Loudness of(double[] hops) {
    return new Loudness(integrated(blocks(hops, BLOCK_HOPS)), range(blocks(hops, SHORT_TERM_HOPS)));
  }

  private static double[] blocks(double[] hops, int length) {
    int count = hops.length < length ? 0 : (hops.length - length) / STEP_HOPS + 1;
    double[] blocks = new double[count];
    for (int i = 0; i < count; i++) {
      int from = i * STEP_HOPS;
      blocks[i] = Arrays.stream(hops, from, from + length).sum() / length;
    }
    return blocks;
  }

  private static Double integrated(double[] blocks) {
    double[] loud = above(blocks, power(ABSOLUTE_GATE_LUFS));
    if (loud.length == 0) {
      return null;
    }
    double[] gated = above(loud, mean(loud) * Math.pow(10, RELATIVE_GATE_LU / 10));
    return lufs(mean(gated));
  }

  private static Double range(double[] blocks) {
    double[] loud = above(blocks, power(ABSOLUTE_GATE_LUFS));
    if (loud.length == 0) {
      return null;
    }
    double[] gated = above(loud, mean(loud) * Math.pow(10, RANGE_GATE_LU / 10));
    Arrays.sort(gated);
    return lufs(Percentiles.of(gated, 0.95)) - lufs(Percentiles.of(gated, 0.10));
  }

  private static double[] above(double[] powers, double gate) {
    return Arrays.stream(powers).filter(power -> power > gate).toArray();
  }

  private static double mean(double[] powers) {
    return Arrays.stream(powers).average().orElse(0);
  }

  private static double power(double lufs) {
    return Math.pow(10, (lufs - OFFSET_LUFS) / 10);
  }

  private static double lufs(double power) {
    return OFFSET_LUFS + 10 * Math.log10(power);
  }
}
