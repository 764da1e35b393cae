package dev.timbre.sandbox.audio;

/**
 * How something is said.
 *
 * @param speed 1 is the usual pace, in [0.5, 2]
 * @param volume 1 is the usual level, in (0, 10]
 * @param watermark whether a rhythm that marks generated sound follows at the end
 */
public record Delivery(double speed, double volume, boolean watermark) {

  /** Usual pace and level, no watermark. */
  public static final Delivery PLAIN = new Delivery(1, 1, false);
}
