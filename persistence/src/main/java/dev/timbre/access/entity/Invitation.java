package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Lets a person set their password once, by a link that only they get. It ends by use, by a newer
 * one, or by time.
 */
@Entity
@Table(name = "invitation")
public class Invitation extends Identified {

  private static final long serialVersionUID = 1L;

  @Column(name = "person_id", nullable = false, updatable = false)
  private UUID personId;

  @Column(nullable = false, updatable = false, unique = true)
  private String digest;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected Invitation() {}

  public Invitation(Instant now, UUID personId, InvitationToken token, Duration validity) {
    super(now);
    this.personId = personId;
    this.digest = token.digest();
    this.expiresAt = now.plus(validity);
  }

  public boolean isOpen(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  public void end(Instant now) {
    if (endedAt == null) {
      endedAt = now;
    }
  }

  public UUID getPersonId() {
    return personId;
  }

  public Instant getExpiresAt() {
    return expiresAt;
  }
}
