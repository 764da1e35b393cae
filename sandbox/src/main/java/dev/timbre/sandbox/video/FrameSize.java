package dev.timbre.sandbox.video;

/**
 * Width and height of a film, in pixels, both even as the codec wants them.
 *
 * @param width pixels
 * @param height pixels
 */
public record FrameSize(int width, int height) {

  /** The usual shape of a film. */
  static final double WIDE = 16 / 9.0;

  /** The size whose shorter side has so many pixels, for a ratio of width to height. */
  public static FrameSize of(int shorterSide, double ratio) {
    return ratio >= 1
        ? new FrameSize(even(shorterSide * ratio), shorterSide)
        : new FrameSize(shorterSide, even(shorterSide / ratio));
  }

  private static int even(double pixels) {
    return 2 * (int) Math.round(pixels / 2);
  }
}
