package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Who a person is at an identity provider: the issuer and what it calls them. Names and e-mail
 * addresses may be given to somebody else one day; a subject never is.
 */
@Entity
@Table(name = "person_identity")
public class PersonIdentity extends Identified {

  private static final long serialVersionUID = 1L;

  /** Longest that a provider may give (OpenID Connect Core, 2). */
  public static final int SUBJECT_LENGTH = 255;

  @Column(name = "person_id", nullable = false)
  private UUID personId;

  @Column(nullable = false, updatable = false)
  private String issuer;

  @Column(nullable = false, updatable = false)
  private String subject;

  @Column(name = "unlinked_at")
  private Instant unlinkedAt;

  /** Whether somebody has come in by it since it became the person's. */
  @Column(nullable = false)
  private boolean used;

  protected PersonIdentity() {}

  public PersonIdentity(Instant now, UUID personId, String issuer, String subject) {
    super(now);
    this.personId = personId;
    this.issuer = issuer;
    this.subject = Texts.required("subject", subject, SUBJECT_LENGTH);
  }

  /** From the next sign-in on it opens that person's account, whoever's it was before. */
  public void linkTo(UUID somebodysId) {
    if (!personId.equals(somebodysId)) {
      personId = somebodysId;
      used = false;
    }
    unlinkedAt = null;
  }

  /** It opens no account any more. It stays known, since a stranger would be given a new one. */
  public void unlink(Instant now) {
    if (isLinked()) {
      unlinkedAt = now;
    }
  }

  /** Somebody comes in by it. */
  public void use() {
    used = true;
  }

  public boolean isLinked() {
    return unlinkedAt == null;
  }

  public boolean isUsed() {
    return used;
  }

  /** Null while it is linked. */
  public Instant getUnlinkedAt() {
    return unlinkedAt;
  }

  public UUID getPersonId() {
    return personId;
  }

  public String getIssuer() {
    return issuer;
  }

  public String getSubject() {
    return subject;
  }
}
