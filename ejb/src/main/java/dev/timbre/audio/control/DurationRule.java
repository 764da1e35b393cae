package dev.timbre.audio.control;

import dev.timbre.audio.control.header.Rejections;
import dev.timbre.audio.entity.RecordingFact;
import dev.timbre.audio.entity.RecordingFact.Kind;
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
      Kind least = purpose.minIncluded() ? Kind.AT_LEAST_SECONDS : Kind.MORE_THAN_SECONDS;
      throw rejected(
          RecordingRule.DURATION_TOO_SHORT, purpose, seconds, least.of(purpose.minSeconds()));
    }
    if (purpose.isTooLong(seconds)) {
      Kind most = purpose.maxIncluded() ? Kind.AT_MOST_SECONDS : Kind.LESS_THAN_SECONDS;
      throw rejected(
          RecordingRule.DURATION_TOO_LONG, purpose, seconds, most.of(purpose.maxSeconds()));
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
          Kind.AT_LEAST_SECONDS.of(exact(least)),
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
          Kind.AT_MOST_SECONDS.of(exact(most)),
          "The recording lasts " + seconds(seconds) + "; at most " + seconds(most) + " are taken.");
    }
  }

  private static RecordingRejected rejected(
      RecordingRule rule, RecordingPurpose purpose, double seconds, RecordingFact bound) {
    RecordingFact found = seconds(seconds);
    return new RecordingRejected(
        rule,
        found,
        bound,
        "The recording lasts " + found + "; a " + purpose.wireName() + " needs " + bound + ".");
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
          Kind.NEARLY_SECONDS.of(exact(announced), LENGTH_TOLERANCE_SECONDS),
          "The headers announce "
              + seconds(announced)
              + " of sound, but decoding gives "
              + seconds(decoded)
              + ".");
    }
  }

  private static RecordingFact seconds(double seconds) {
    return Kind.SECONDS.of(exact(seconds));
  }

  private static String exact(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
