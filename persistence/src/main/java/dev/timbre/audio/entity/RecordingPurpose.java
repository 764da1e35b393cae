package dev.timbre.audio.entity;

import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import java.util.List;

/** What a recording is uploaded for; decides how long it may be. */
public enum RecordingPurpose {

  /** The sound that a voice is cloned from: 10 s to 5 min, both bounds included. */
  CLONE_SOURCE("clone_source", 10.0, true, 300.0, true),

  /** A short sample with its transcript that guides a clone: more than 0 s, less than 8 s. */
  CLONE_PROMPT("clone_prompt", 0.0, false, 8.0, false);

  /**
   * Largest upload in bytes, inclusive. Source: MiniMax API reference, voice clone ("20 MB"), read
   * as decimal megabytes, the stricter of the two readings.
   */
  public static final int MAX_BYTES = 20_000_000;

  private final String wireName;
  private final double minSeconds;
  private final boolean minIncluded;
  private final double maxSeconds;
  private final boolean maxIncluded;

  // The durations are those of the MiniMax API reference, voice clone: source 10 s to 5 min,
  // prompt audio below 8 s.
  RecordingPurpose(
      String wireName,
      double minSeconds,
      boolean minIncluded,
      double maxSeconds,
      boolean maxIncluded) {
    this.wireName = wireName;
    this.minSeconds = minSeconds;
    this.minIncluded = minIncluded;
    this.maxSeconds = maxSeconds;
    this.maxIncluded = maxIncluded;
  }

  /** The name in REST, for example {@code clone_source}. */
  public String wireName() {
    return wireName;
  }

  /** Lower bound in seconds; {@link #minIncluded()} says whether it is itself allowed. */
  public double minSeconds() {
    return minSeconds;
  }

  public boolean minIncluded() {
    return minIncluded;
  }

  /** Upper bound in seconds; {@link #maxIncluded()} says whether it is itself allowed. */
  public double maxSeconds() {
    return maxSeconds;
  }

  public boolean maxIncluded() {
    return maxIncluded;
  }

  /** Whether a recording of this many seconds is too short for the purpose. */
  public boolean isTooShort(double seconds) {
    return minIncluded ? seconds < minSeconds : seconds <= minSeconds;
  }

  /** Whether a recording of this many seconds is too long for the purpose. */
  public boolean isTooLong(double seconds) {
    return maxIncluded ? seconds > maxSeconds : seconds >= maxSeconds;
  }

  /**
   * The purpose of that wire name.
   *
   * @throws Invalid with code {@code purpose-unknown}
   */
  public static RecordingPurpose ofWireName(String name) {
    for (RecordingPurpose purpose : values()) {
      if (purpose.wireName.equals(name)) {
        return purpose;
      }
    }
    String message =
        "The purpose of a recording is clone_source or clone_prompt; send one of the two.";
    throw new Invalid(
        "purpose-unknown",
        message,
        List.of(
            new Violation(
                "purpose", "purpose-unknown", "", "clone_source or clone_prompt", message)));
  }
}
