package dev.timbre.speech.entity;

import dev.timbre.audio.entity.VoiceTraits;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.error.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One time that the canonical phrase of a voice was spoken, measured and compared. */
@Entity
@Table(name = "drift_check")
public class DriftCheck extends Identified {

  private static final long serialVersionUID = 1L;
  private static final int NOTE_LENGTH = 1000;

  @Column(name = "voice_id", nullable = false, updatable = false)
  private UUID voiceId;

  @Column(name = "clone_id")
  private UUID cloneId;

  @Column(name = "speech_id")
  private UUID speechId;

  @Column(name = "phrase_digest")
  private String phraseDigest;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private DriftState state;

  @Embedded private VoiceTraits traits;

  @Column(name = "baseline_id")
  private UUID baselineId;

  private String note;

  protected DriftCheck() {}

  /** Ordered; nothing is spoken yet. */
  public DriftCheck(Instant now, UUID voiceId) {
    super(now);
    this.voiceId = voiceId;
    this.state = DriftState.UNDER_WAY;
  }

  /**
   * The phrase goes out, once.
   *
   * @throws Conflict when it has gone out before, or the check is over
   */
  public void speak(Speech speech) {
    if (isOver() || speechId != null) {
      throw new Conflict("drift-check-spoken", "The phrase of the check was spoken already.");
    }
    cloneId = speech.getGrounds().cloneId();
    speechId = speech.getId();
    phraseDigest = speech.getTextDigest();
  }

  /** Whether the same clone said the same words, so that a comparison means something. */
  public boolean isComparableWith(DriftCheck other) {
    return cloneId.equals(other.cloneId) && phraseDigest.equals(other.phraseDigest);
  }

  /** There is nothing to compare it with: others will be compared with it. */
  public void becomeBaseline(VoiceTraits measured) {
    end(DriftState.BASELINE);
    traits = measured;
  }

  /** It was compared. */
  public void judge(VoiceTraits measured, DriftCheck baseline, boolean drifted) {
    end(drifted ? DriftState.DRIFTED : DriftState.STEADY);
    traits = measured;
    baselineId = baseline.getId();
  }

  /**
   * @param why the code of what went wrong, or words for people
   */
  public void fail(String why) {
    end(DriftState.FAILED);
    note = why.length() <= NOTE_LENGTH ? why : why.substring(0, NOTE_LENGTH);
  }

  /**
   * An approver heard it and wants later checks to be compared with it.
   *
   * @throws Conflict when it was not measured
   */
  public void requireMeasured() {
    if (traits == null) {
      throw new Conflict(
              "drift-check-unmeasured",
              "The check is " + state + "; only one that was measured can be the baseline.")
          .about(state);
    }
  }

  private void end(DriftState last) {
    if (isOver()) {
      throw new Conflict("drift-check-over", "The check is " + state + " already.").about(state);
    }
    state = last;
  }

  public boolean isOver() {
    return state != DriftState.UNDER_WAY;
  }

  public UUID getVoiceId() {
    return voiceId;
  }

  /** Null until the phrase goes out. */
  public UUID getCloneId() {
    return cloneId;
  }

  /** Null until the phrase goes out. */
  public UUID getSpeechId() {
    return speechId;
  }

  public DriftState getState() {
    return state;
  }

  /** Null until it is measured, and when it failed. */
  public VoiceTraits getTraits() {
    return traits;
  }

  /** What it was compared with; null for a baseline. */
  public UUID getBaselineId() {
    return baselineId;
  }

  public String getNote() {
    return note;
  }
}
