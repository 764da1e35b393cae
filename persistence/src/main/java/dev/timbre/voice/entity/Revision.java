package dev.timbre.voice.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What is approved of a voice: the recording, the options and the consent version. It can be
 * changed until it is submitted, and never afterwards.
 */
@Entity
@Table(name = "revision")
public class Revision extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int REASON_LENGTH = 1000;

  // by id: a voice and its first revision need each other, and one must be inserted first
  @Column(name = "voice_id", nullable = false, updatable = false)
  private UUID voiceId;

  @Column(nullable = false, updatable = false)
  private int number;

  /** Null while an imported voice speaks with what was found at the provider. */
  @Column(name = "recording_id")
  private UUID recordingId;

  @Column(name = "prompt_recording_id")
  private UUID promptRecordingId;

  @Column(name = "consent_id", nullable = false)
  private UUID consentId;

  /** The consent version that stood when it was submitted. */
  @Column(name = "consent_version_id")
  private UUID consentVersionId;

  @Embedded private CloningOptions options;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "submitter_kind"))
  @AttributeOverride(name = "id", column = @Column(name = "submitter_id"))
  private Actor submitter;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "decider_kind"))
  @AttributeOverride(name = "id", column = @Column(name = "decider_id"))
  private Actor decider;

  @Column(length = REASON_LENGTH)
  private String reason;

  protected Revision() {}

  /**
   * What a curator chooses. The prompt recording may be null, and of an imported voice the
   * recording too.
   */
  public record Choice(
      UUID recordingId, UUID promptRecordingId, UUID consentId, CloningOptions options) {}

  Revision(Instant now, UUID voiceId, int number, Choice choice) {
    super(now);
    this.voiceId = voiceId;
    this.number = number;
    choose(choice);
  }

  /** The same choice once more, open to change; what a rejected revision is followed by. */
  Revision next(Instant now) {
    return new Revision(
        now, voiceId, number + 1, new Choice(recordingId, promptRecordingId, consentId, options));
  }

  final void choose(Choice choice) {
    if (isFrozen()) {
      throw new VoiceStateConflict(
          "Revision " + number + " was submitted and cannot change; make a new revision.");
    }
    this.recordingId = choice.recordingId();
    this.promptRecordingId = choice.promptRecordingId();
    this.consentId = choice.consentId();
    this.options = choice.options();
  }

  void submit(Instant now, Actor by, UUID consentVersion) {
    this.submittedAt = now;
    this.submitter = by;
    this.consentVersionId = consentVersion;
  }

  void decide(Instant now, Actor by, String why) {
    this.decidedAt = now;
    this.decider = by;
    this.reason = Texts.optional("reason", why, REASON_LENGTH);
  }

  public boolean isFrozen() {
    return submittedAt != null;
  }

  public UUID getVoiceId() {
    return voiceId;
  }

  public int getNumber() {
    return number;
  }

  public UUID getRecordingId() {
    return recordingId;
  }

  public UUID getPromptRecordingId() {
    return promptRecordingId;
  }

  public UUID getConsentId() {
    return consentId;
  }

  public UUID getConsentVersionId() {
    return consentVersionId;
  }

  public CloningOptions getOptions() {
    return options;
  }

  public Instant getSubmittedAt() {
    return submittedAt;
  }

  public Actor getSubmitter() {
    return submitter;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public Actor getDecider() {
    return decider;
  }

  public String getReason() {
    return reason;
  }
}
