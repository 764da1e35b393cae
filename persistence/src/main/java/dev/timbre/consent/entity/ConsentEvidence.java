package dev.timbre.consent.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
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
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A file that proves a consent: a signed paper, a recorded statement. */
@Entity
@Immutable
@Table(name = "consent_evidence")
public class ConsentEvidence extends Identified {

  private static final long serialVersionUID = 1L;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "version_id", updatable = false)
  private ConsentVersion consentVersion;

  @Column(nullable = false, updatable = false)
  private String filename;

  @Column(nullable = false, updatable = false)
  private String sha256;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private EvidenceKind kind;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "recorded_by_kind", updatable = false))
  @AttributeOverride(name = "id", column = @Column(name = "recorded_by_id", updatable = false))
  private Actor recordedBy;

  protected ConsentEvidence() {}

  /** The file itself: what it is, what it is called, and the SHA-256 it is stored under. */
  public record Content(EvidenceKind kind, String filename, String sha256) {}

  public ConsentEvidence(
      Instant now, ConsentVersion consentVersion, Content content, Actor recordedBy) {
    super(now);
    this.consentVersion = consentVersion;
    this.kind = content.kind();
    this.filename = Texts.required("filename", content.filename(), 255);
    this.sha256 = content.sha256();
    this.recordedBy = recordedBy;
  }

  public EvidenceKind getKind() {
    return kind;
  }

  /** Whether it can be listened to in place. */
  public boolean isSound() {
    return kind == EvidenceKind.STATEMENT_RECORDING;
  }

  /** Null for what was kept before this was noted. */
  public Actor getRecordedBy() {
    return recordedBy;
  }

  public ConsentVersion getConsentVersion() {
    return consentVersion;
  }

  public String getFilename() {
    return filename;
  }

  public String getSha256() {
    return sha256;
  }
}
