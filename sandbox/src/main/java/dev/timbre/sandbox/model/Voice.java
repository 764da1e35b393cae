package dev.timbre.sandbox.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A cloned voice.
 *
 * @param fileId the sample it was made from
 * @param pitchHz the speaker's usual pitch, measured in the sample
 * @param usedAt when it first spoke for real, which made it permanent; null before
 * @param deletedAt when it was deleted; its id stays taken for ever
 */
public record Voice(
    String account,
    String voiceId,
    long fileId,
    double pitchHz,
    Instant createdAt,
    Instant usedAt,
    Instant deletedAt)
    implements Fact {

  /** How long an unused voice lives: 168 hours. */
  public static final Duration UNUSED_LIFE = Duration.ofHours(168);

  /** Where a voice stands. */
  public enum State {
    TEMPORARY,
    PERMANENT,
    LAPSED,
    DELETED
  }

  /** A fresh voice that nobody used yet. */
  public static Voice cloned(
      String account, String voiceId, long fileId, double pitchHz, Instant now) {
    return new Voice(account, voiceId, fileId, pitchHz, now, null, null);
  }

  /** The moment an unused voice vanishes. */
  public Instant deadline() {
    return createdAt.plus(UNUSED_LIFE);
  }

  /** Where the voice stands at that moment; the deadline itself is already too late. */
  public State stateAt(Instant now) {
    if (deletedAt != null) {
      return State.DELETED;
    }
    if (usedAt != null) {
      return State.PERMANENT;
    }
    return now.isBefore(deadline()) ? State.TEMPORARY : State.LAPSED;
  }

  boolean isUsableAt(Instant now) {
    State state = stateAt(now);
    return state == State.TEMPORARY || state == State.PERMANENT;
  }

  Voice used(Instant now) {
    return new Voice(account, voiceId, fileId, pitchHz, createdAt, now, deletedAt);
  }

  Voice deleted(Instant now) {
    return new Voice(account, voiceId, fileId, pitchHz, createdAt, usedAt, now);
  }
}
