package dev.timbre.audio.control;

import dev.timbre.audio.control.header.Rejections;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.util.Locale;

/** How long a recording may be, and how far two measures of its length may lie apart. */
final class DurationRule {

  /** One AAC frame at 8 kHz, the longest piece that decoders disagree about, and a little more. */
  private static final double LENGTH_TOLERANCE_SECONDS = 0.15;

  private DurationRule() {}

  /**
   * Refuses a recording that is too short or too long for its purpose.
   *
   * @throws RecordingRejected with the length and the bound
   */
  static void require(RecordingPurpose purpose, double seconds) {
    if (seconds <= 0) {
      throw Rejections.noAudio();
    }
    if (purpose.isTooShort(seconds)) {
      String least = (purpose.minIncluded() ? "at least " : "more than ") + purpose.minSeconds();
      throw rejected(RecordingRule.DURATION_TOO_SHORT, purpose, seconds, least);
    }
    if (purpose.isTooLong(seconds)) {
      String most = (purpose.maxIncluded() ? "at most " : "less than ") + purpose.maxSeconds();
      throw rejected(RecordingRule.DURATION_TOO_LONG, purpose, seconds, most);
    }
  }

  /**
   * Refuses sound outside of two bounds in seconds, both of them allowed.
   *
   * @throws RecordingRejected with the length and the bound
   */
  static void requireBetween(double least, double most, double seconds) {
    if (seconds < least) {
      throw new RecordingRejected(
          RecordingRule.DURATION_TOO_SHORT,
          seconds(seconds),
          "at least " + seconds(least),
          "The recording lasts "
              + seconds(seconds)
              + "; it needs at least "
              + seconds(least)
              + ".");
    }
    if (seconds > most) {
      throw new RecordingRejected(
          RecordingRule.DURATION_TOO_LONG,
          seconds(seconds),
          "at most " + seconds(most),
          "The recording lasts " + seconds(seconds) + "; at most " + seconds(most) + " are taken.");
    }
  }

  private static RecordingRejected rejected(
      RecordingRule rule, RecordingPurpose purpose, double seconds, String bound) {
    String found = seconds(seconds);
    return new RecordingRejected(
        rule,
        found,
        bound + " s",
        "The recording lasts " + found + "; a " + purpose.wireName() + " needs " + bound + " s.");
  }

  /**
   * Refuses a file whose headers promise another length than decoding gives.
   *
   * @throws RecordingRejected with both lengths
   */
  static void requireSame(double announced, double decoded) {
    if (Math.abs(announced - decoded) > LENGTH_TOLERANCE_SECONDS) {
      throw new RecordingRejected(
          RecordingRule.LENGTH_DIFFERS,
          seconds(decoded),
          seconds(announced) + " +/- " + LENGTH_TOLERANCE_SECONDS + " s",
          "The headers announce "
              + seconds(announced)
              + " of sound, but decoding gives "
              + seconds(decoded)
              + ".");
    }
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }
}
