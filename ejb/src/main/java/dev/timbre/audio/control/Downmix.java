package dev.timbre.audio.control;

import dev.timbre.audio.entity.QualityMeasures;

/** How two channels become one without losing the voice. */
enum Downmix {
  AVERAGE,
  LEFT,
  RIGHT;

  /**
   * The mix for what was measured: of antiphase channels the sum is silence, and with a dead one it
   * loses half the level, so then the better channel speaks alone.
   */
  static Downmix of(QualityMeasures measures, int louderChannel) {
    Double correlation = measures.channelCorrelation();
    Double difference = measures.channelLevelDifferenceDb();
    boolean antiphase = correlation != null && correlation < QualityLimits.MIN_CORRELATION;
    boolean dead = difference != null && difference > QualityLimits.MAX_CHANNEL_DIFFERENCE_DB;
    if (!antiphase && !dead) {
      return AVERAGE;
    }
    return louderChannel == 0 ? LEFT : RIGHT;
  }

  short of(short left, short right) {
    return switch (this) {
      case AVERAGE -> (short) ((left + right) >> 1);
      case LEFT -> left;
      case RIGHT -> right;
    };
  }
}
