package dev.timbre.consent.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.error.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a talent holds instead of an account. Only the digest of its token is kept. */
@Entity
@Table(name = "talent_link")
public class TalentLink extends Identified {

  private static final long serialVersionUID = 1L;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private LinkKind kind;

  @Column(name = "subject_id", nullable = false, updatable = false)
  private UUID subjectId;

  @Column(nullable = false, updatable = false)
  private String digest;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  protected TalentLink() {}

  /**
   * @param subjectId a capture or a consent, as the kind says
   * @param expiresAt null for a link that lasts as long as its subject
   */
  public TalentLink(
      Instant now, LinkKind kind, UUID subjectId, LinkToken token, Instant expiresAt) {
    super(now);
    this.kind = kind;
    this.subjectId = subjectId;
    this.digest = token.digest();
    this.expiresAt = expiresAt;
  }

  /** It opens nothing any more; doing it twice does no harm. */
  public void revoke(Instant now) {
    revokedAt = revokedAt == null ? now : revokedAt;
  }

  /**
   * @throws Conflict when it was taken back or its time is over
   */
  public void requireUsable(Instant now) {
    if (revokedAt != null) {
      throw new Conflict(
          "link-revoked", "This link was taken back; ask whoever sent it for a new one.");
    }
    if (expiresAt != null && !now.isBefore(expiresAt)) {
      throw new Conflict(
          "link-expired",
          "This link could be used until " + expiresAt + "; ask whoever sent it for a new one.");
    }
  }

  public LinkKind getKind() {
    return kind;
  }

  public UUID getSubjectId() {
    return subjectId;
  }
}
