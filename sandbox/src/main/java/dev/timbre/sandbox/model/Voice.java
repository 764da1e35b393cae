package dev.timbre.sandbox.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A voice that the account made.
 *
 * @param origin how it was made
 * @param fileId the sample it was cloned from; 0 for a designed voice
 * @param pitchHz its usual pitch, measured in the sample or taken from the description
 * @param usedAt when it first spoke for real, which made it permanent; null before
 * @param deletedAt when it was deleted; its id stays taken for ever
 */
public record Voice(
    String account,
    String voiceId,
    Origin origin,
    long fileId,
    double pitchHz,
    Instant createdAt,
    Instant usedAt,
    Instant deletedAt)
    implements Fact {

  /** How long an unused voice lives: 168 hours. */
  public static final Duration UNUSED_LIFE = Duration.ofHours(168);

  /** How a voice was made, under the names by which the provider sorts voices. */
  public enum Origin {
    CLONED("voice_cloning"),
    DESIGNED("voice_generation");

    private final String wireName;

    Origin(String wireName) {
      this.wireName = wireName;
    }

    /** The {@code voice_type} of such voices. */
    public String wireName() {
      return wireName;
    }
  }

  /** Takes what an older journal does not say for cloned. */
  public Voice {
    origin = origin == null ? Origin.CLONED : origin;
  }

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
    return new Voice(account, voiceId, Origin.CLONED, fileId, pitchHz, now, null, null);
  }

  /** A fresh voice made from a description that nobody used yet. */
  public static Voice designed(String account, String voiceId, double pitchHz, Instant now) {
    return new Voice(account, voiceId, Origin.DESIGNED, 0, pitchHz, now, null, null);
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

  /** The same voice at another pitch. */
  public Voice sounding(double hertz) {
    return new Voice(account, voiceId, origin, fileId, hertz, createdAt, usedAt, deletedAt);
  }

  Voice used(Instant now) {
    return new Voice(account, voiceId, origin, fileId, pitchHz, createdAt, now, deletedAt);
  }

  Voice deleted(Instant now) {
    return new Voice(account, voiceId, origin, fileId, pitchHz, createdAt, usedAt, now);
  }
}
