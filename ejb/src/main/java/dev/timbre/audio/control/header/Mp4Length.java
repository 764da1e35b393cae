package dev.timbre.audio.control.header;

/**
 * How much an MP4 track holds.
 *
 * @param ticks what its tables of times add up to, by the media's clock
 * @param samples coded frames of sound
 */
record Mp4Length(long ticks, long samples) {

  static final Mp4Length NONE = new Mp4Length(0, 0);

  /** Both together; refuses what no clock can count. */
  Mp4Length plus(Mp4Length other) {
    Mp4Length sum = new Mp4Length(ticks + other.ticks, samples + other.samples);
    if (other.ticks < 0 || sum.ticks < 0 || sum.samples < 0) {
      throw Rejections.inconsistent("The m4a lasts longer than any recording.");
    }
    return sum;
  }
}
