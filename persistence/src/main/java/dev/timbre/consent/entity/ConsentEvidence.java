package dev.timbre.consent.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

  protected ConsentEvidence() {}

  public ConsentEvidence(
      Instant now, ConsentVersion consentVersion, String filename, String sha256) {
    super(now);
    this.consentVersion = consentVersion;
    this.filename = Texts.required("filename", filename, 255);
    this.sha256 = sha256;
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
