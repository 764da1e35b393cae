package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A person's session in the console. It lives in the database, so that it can be ended from
 * anywhere and is over on every node at once. The address is personal data; it goes with the row.
 */
@Entity
@Table(name = "person_session")
public class PersonSession extends Identified {

  private static final long serialVersionUID = 1L;

  @Column(name = "person_id", nullable = false, updatable = false)
  private UUID personId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private SessionOrigin origin;

  @Column(updatable = false)
  private String address;

  @Column(name = "seen_at", nullable = false)
  private Instant seenAt;

  @Column(name = "ends_at", nullable = false, updatable = false)
  private Instant endsAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected PersonSession() {}

  /**
   * @param address may be null
   * @param longest after which it is over, however busy the person is
   */
  public PersonSession(
      Instant now, UUID personId, SessionOrigin origin, String address, Duration longest) {
    super(now);
    this.personId = personId;
    this.origin = origin;
    this.address = address;
    this.seenAt = now;
    this.endsAt = now.plus(longest);
  }

  /**
   * @param idle how long nothing may be asked; seen to the minute
   */
  public boolean isOpen(Instant now, Duration idle) {
    return endedAt == null && now.isBefore(endsAt) && now.isBefore(seenAt.plus(idle));
  }

  /** From the next request on, on every node, it opens nothing. */
  public void end(Instant now) {
    if (endedAt == null) {
      endedAt = now;
    }
  }

  public UUID getPersonId() {
    return personId;
  }

  public SessionOrigin getOrigin() {
    return origin;
  }

  /** Where it began; may be null. */
  public String getAddress() {
    return address;
  }

  public Instant getSeenAt() {
    return seenAt;
  }

  public Instant getEndedAt() {
    return endedAt;
  }
}
