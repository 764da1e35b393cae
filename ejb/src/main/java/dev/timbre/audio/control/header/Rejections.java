package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.RecordingFact;
import dev.timbre.audio.entity.RecordingFact.Kind;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;

/** The refusals and limits that several walkers and those behind them share, worded once. */
public final class Rejections {

  /** Mono or stereo. */
  public static final int MAX_CHANNELS = 2;

  static final int MIN_SAMPLE_RATE = 8_000;
  static final int MAX_SAMPLE_RATE = 192_000;

  private Rejections() {}

  /** The headers contradict the bytes or each other. */
  static RecordingRejected inconsistent(String finding) {
    return new RecordingRejected(
        RecordingRule.HEADER_INCONSISTENT, null, Kind.AGREEING_HEADERS.of(), finding);
  }

  /** Something the headers announce is not there. */
  static RecordingRejected truncated(RecordingFact found, RecordingFact announced, String finding) {
    return new RecordingRejected(RecordingRule.TRUNCATED, found, announced, finding);
  }

  /** The container is fine, the coding in it is not. */
  static RecordingRejected codec(RecordingFact found, RecordingFact allowed) {
    return new RecordingRejected(
        RecordingRule.CODEC_NOT_ACCEPTED,
        found,
        allowed,
        "The sound is coded as " + found + "; accepted: " + allowed + ".");
  }

  /** There is nothing to hear. */
  public static RecordingRejected noAudio() {
    return new RecordingRejected(
        RecordingRule.NO_AUDIO,
        Kind.SECONDS.of(0),
        Kind.MORE_THAN_SECONDS.of(0),
        "The file holds no sound.");
  }

  static void requireSampleRate(long rate) {
    if (rate < MIN_SAMPLE_RATE || rate > MAX_SAMPLE_RATE) {
      throw new RecordingRejected(
          RecordingRule.SAMPLE_RATE_NOT_ACCEPTED,
          Kind.HERTZ.of(rate),
          Kind.HERTZ_BETWEEN.of(MIN_SAMPLE_RATE, MAX_SAMPLE_RATE),
          "The sample rate is " + rate + " Hz; accepted: 8000 to 192000 Hz.");
    }
  }

  static void requireChannels(int channels) {
    if (channels < 1 || channels > MAX_CHANNELS) {
      throw new RecordingRejected(
          RecordingRule.CHANNELS_NOT_ACCEPTED,
          Kind.NAMED.of(channels),
          Kind.EITHER.of(1, MAX_CHANNELS),
          "The recording has " + channels + " channels; accepted: 1 or 2.");
    }
  }
}
