package dev.timbre.voice.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.NotAllowed;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

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

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private RevisionState state;

  /** The revision that it was made from; null for the first. */
  @Column(name = "basis_id", updatable = false)
  private UUID basisId;

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

  @Column(name = "first_approved_at")
  private Instant firstApprovedAt;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "first_approver_kind"))
  @AttributeOverride(name = "id", column = @Column(name = "first_approver_id"))
  private Actor firstApprover;

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

  Revision(Instant now, UUID voiceId, Choice choice) {
    this(now, voiceId, 1, null, choice);
  }

  private Revision(Instant now, UUID voiceId, int number, UUID basisId, Choice choice) {
    super(now);
    this.voiceId = voiceId;
    this.number = number;
    this.basisId = basisId;
    this.state = RevisionState.DRAFT;
    choose(choice);
  }

  /** What is made from this one, open to change. */
  Revision successor(Instant now, int nextNumber, Choice choice) {
    return new Revision(now, voiceId, nextNumber, getId(), choice);
  }

  /** Words that may name the talent go. */
  public void erase() {
    options = options.erased();
    reason = null;
  }

  /** The recording, the options and the consent, to begin another revision with. */
  public Choice getChoice() {
    return new Choice(recordingId, promptRecordingId, consentId, options);
  }

  /** What differs from another revision, as callers name the parts; empty when nothing does. */
  public List<Change> differencesFrom(Revision other) {
    CloningOptions before = other.options;
    return Stream.of(
            Change.of("recording", other.recordingId, recordingId),
            Change.of("promptRecording", other.promptRecordingId, promptRecordingId),
            Change.of("consent", other.consentId, consentId),
            Change.of("consentVersion", other.consentVersionId, consentVersionId),
            Change.of("noiseReduction", before.noiseReduction(), options.noiseReduction()),
            Change.of(
                "volumeNormalisation", before.volumeNormalisation(), options.volumeNormalisation()),
            Change.of("watermark", before.watermark(), options.watermark()),
            Change.of("languageBoost", before.languageBoost(), options.languageBoost()),
            Change.of("previewText", before.previewText(), options.previewText()),
            Change.of("model", before.model(), options.model()))
        .filter(change -> !Objects.equals(change.before(), change.after()))
        .toList();
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
    this.state = RevisionState.SUBMITTED;
  }

  /**
   * One approver's yes.
   *
   * @param required how many different approvers must say so, 1 or 2
   * @return whether it was the last one that was needed
   * @throws Conflict when they said so before
   */
  boolean approve(Instant now, Actor by, int required) {
    requireSomebodyElse(by);
    if (by.equals(firstApprover)) {
      throw new Conflict(
              "approved-already",
              "You approved revision " + number + " before; it waits for a second approver.")
          .about(number);
    }
    if (required > 1 && firstApprover == null) {
      firstApprovedAt = now;
      firstApprover = by;
      return false;
    }
    decide(now, by, RevisionState.APPROVED, null);
    return true;
  }

  void reject(Instant now, Actor by, String why) {
    requireSomebodyElse(by);
    decide(now, by, RevisionState.REJECTED, Texts.required("reason", why, REASON_LENGTH));
  }

  private void decide(Instant now, Actor by, RevisionState decision, String why) {
    this.decidedAt = now;
    this.decider = by;
    this.reason = why;
    this.state = decision;
  }

  void accepted() {
    this.state = RevisionState.ACCEPTED;
  }

  /** A rejection stays one. */
  void abandoned() {
    this.state = state == RevisionState.REJECTED ? state : RevisionState.ABANDONED;
  }

  void requireState(String verb, RevisionState wanted) {
    if (state != wanted) {
      throw new VoiceStateConflict(
          "Revision %d is %s; to %s it, it must be %s.".formatted(number, state, verb, wanted));
    }
  }

  void requireSomebodyElse(Actor by) {
    if (!by.isPerson()) {
      throw new NotAllowed("person-needed", "Only a person decides on a voice, not a client.");
    }
    if (by.equals(submitter)) {
      throw new SamePersonRefused();
    }
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

  public RevisionState getState() {
    return state;
  }

  /** The revision that it was made from; null for the first. */
  public UUID getBasisId() {
    return basisId;
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

  /** Null unless a first of two approvers said yes. */
  public Instant getFirstApprovedAt() {
    return firstApprovedAt;
  }

  /** Null unless a first of two approvers said yes. */
  public Actor getFirstApprover() {
    return firstApprover;
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
