package dev.timbre.consent.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.LimitExceeded;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A talent is asked, from afar, whether they agree to a scope: once, in the words of a statement,
 * with a nonce that makes the recording of it belong to this question.
 */
@Entity
@Table(name = "consent_capture")
public class ConsentCapture extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int REASON_LENGTH = 1000;

  /** A slip of the tongue may be mended, but a link is no free storage. */
  public static final int MOST_UPLOADS = 10;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "talent_id", updatable = false)
  private Talent talent;

  /** The consent that it extends or, once confirmed, that it made. */
  @Column(name = "consent_id")
  private UUID consentId;

  @Column(name = "consent_version_id")
  private UUID consentVersionId;

  @Column(name = "brand_id", nullable = false, updatable = false)
  private UUID brandId;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "statement_id", updatable = false)
  private ConsentStatement statement;

  @Embedded private ScopeColumns scope;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private CaptureState state;

  @Column(nullable = false)
  private String nonce;

  @Column(name = "statement_text")
  private String statementText;

  @Column(name = "statement_digest", nullable = false)
  private String statementDigest;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "asked_by_kind", updatable = false))
  @AttributeOverride(name = "id", column = @Column(name = "asked_by_id", updatable = false))
  private Actor askedBy;

  private String recording;

  @Column(name = "recording_seconds")
  private Double recordingSeconds;

  @Column(nullable = false)
  private int uploads;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decline_reason", length = REASON_LENGTH)
  private String declineReason;

  @Column(name = "device_digest")
  private String deviceDigest;

  protected ConsentCapture() {}

  public ConsentCapture(
      Instant now, CaptureQuestion question, CaptureWording wording, Actor askedBy) {
    super(now);
    this.talent = question.talent();
    this.consentId = question.consentId();
    this.brandId = question.statement().getBrandId();
    this.statement = question.statement();
    this.scope = new ScopeColumns(question.scope());
    this.state = CaptureState.OPEN;
    this.askedBy = askedBy;
    word(wording);
  }

  private void word(CaptureWording wording) {
    this.nonce = wording.nonce();
    this.statementText = wording.text();
    this.statementDigest = wording.digest();
    this.expiresAt = wording.expiresAt();
  }

  /** The same question once more, in words with a new nonce; what was recorded for the old goes. */
  public void ask(CaptureWording wording) {
    if (state != CaptureState.OPEN && state != CaptureState.EXPIRED) {
      throw state.refusal(expiresAt);
    }
    state = CaptureState.OPEN;
    uploads = 0;
    dropRecording();
    word(wording);
  }

  /**
   * @throws Conflict when it was answered, taken back, or its time is over
   * @throws LimitExceeded when there were {@link #MOST_UPLOADS} recordings
   */
  public void requireRoom(Instant now) {
    requireOpen(now);
    if (uploads >= MOST_UPLOADS) {
      throw new LimitExceeded(
          "link-uploads",
          "A link takes " + MOST_UPLOADS + " recordings; ask whoever sent it for a new one.",
          Duration.ofDays(1));
    }
  }

  /** The talent said the statement; only the latest recording counts. */
  public void recorded(Instant now, String sha256, double seconds) {
    requireRoom(now);
    uploads++;
    recording = sha256;
    recordingSeconds = seconds;
  }

  /**
   * The talent agrees.
   *
   * @throws Conflict when it was answered before, its time is over, nothing was recorded, or what
   *     they read is not what is asked now
   */
  public void confirm(Instant now, CaptureAgreement agreement) {
    requireOpen(now);
    if (recording == null) {
      throw new Conflict(
          "statement-not-recorded", "Nothing was recorded yet; read the statement aloud first.");
    }
    if (!nonce.equals(agreement.nonce()) || !statementDigest.equals(agreement.statementDigest())) {
      throw new Conflict(
          "statement-differs",
          "What you read is not what is asked now; open the link again and record once more.");
    }
    state = CaptureState.CONFIRMED;
    decidedAt = now;
    deviceDigest = agreement.deviceDigest();
  }

  /** What came of the talent's yes. */
  public void became(ConsentVersion version) {
    consentId = version.getConsent().getId();
    consentVersionId = version.getId();
  }

  /** The talent says no, and need not say why. */
  public void decline(Instant now, String reason) {
    requireOpen(now);
    end(CaptureState.DECLINED, now);
    declineReason = Texts.optional("reason", reason, REASON_LENGTH);
  }

  /** The company asks no longer. */
  public void revoke(Instant now) {
    if (state != CaptureState.OPEN) {
      throw state.refusal(expiresAt);
    }
    end(CaptureState.REVOKED, now);
  }

  /** Whether nobody answered though the time is over. */
  public boolean isOverdue(Instant now) {
    return state == CaptureState.OPEN && !now.isBefore(expiresAt);
  }

  /** It is known that nobody answered. */
  public void expire(Instant now) {
    end(CaptureState.EXPIRED, now);
  }

  private void end(CaptureState end, Instant now) {
    state = end;
    decidedAt = now;
    dropRecording();
  }

  private void dropRecording() {
    recording = null;
    recordingSeconds = null;
  }

  /** What the talent can be known by goes; digests stay. */
  public void erase() {
    statementText = null;
    declineReason = null;
  }

  /**
   * @throws Conflict when it was answered, taken back, or its time is over
   */
  public void requireOpen(Instant now) {
    if (state != CaptureState.OPEN) {
      throw state.refusal(expiresAt);
    }
    if (!now.isBefore(expiresAt)) {
      throw CaptureState.EXPIRED.refusal(expiresAt);
    }
  }

  public Talent getTalent() {
    return talent;
  }

  public UUID getConsentId() {
    return consentId;
  }

  public UUID getConsentVersionId() {
    return consentVersionId;
  }

  /** The brand that asks. */
  public UUID getBrandId() {
    return brandId;
  }

  public ConsentStatement getStatement() {
    return statement;
  }

  public ConsentScope scope() {
    return scope.scope();
  }

  public CaptureState getState() {
    return state;
  }

  public String getNonce() {
    return nonce;
  }

  /** As the talent reads it; null once it was erased. */
  public String getStatementText() {
    return statementText;
  }

  public String getStatementDigest() {
    return statementDigest;
  }

  public Instant getExpiresAt() {
    return expiresAt;
  }

  public Actor getAskedBy() {
    return askedBy;
  }

  /** SHA-256 of the statement as the talent said it; null while there is none. */
  public String getRecording() {
    return recording;
  }

  public Double getRecordingSeconds() {
    return recordingSeconds;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public String getDeclineReason() {
    return declineReason;
  }
}
