package dev.timbre.audit.entity;

import dev.timbre.audit.proof.NoteKey;
import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The public half of a key that signs, or once signed, for the log. */
@Entity
@Immutable
@Table(name = "audit_signing_key")
public class AuditSigningKey extends Identified {

  private static final long serialVersionUID = 1L;

  @Column(nullable = false, updatable = false)
  private String verifier;

  protected AuditSigningKey() {}

  public AuditSigningKey(Instant at, NoteKey key) {
    super(at);
    this.verifier = key.toString();
  }

  /** The key in the form that verifiers are given. */
  public String getVerifier() {
    return verifier;
  }

  public NoteKey key() {
    return NoteKey.parse(verifier);
  }
}
