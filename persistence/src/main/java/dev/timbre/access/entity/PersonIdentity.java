package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
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

  @Column(name = "person_id", nullable = false, updatable = false)
  private UUID personId;

  @Column(nullable = false, updatable = false)
  private String issuer;

  @Column(nullable = false, updatable = false)
  private String subject;

  protected PersonIdentity() {}

  public PersonIdentity(Instant now, UUID personId, String issuer, String subject) {
    super(now);
    this.personId = personId;
    this.issuer = issuer;
    this.subject = subject;
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
