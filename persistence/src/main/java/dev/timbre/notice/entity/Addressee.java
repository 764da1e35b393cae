package dev.timbre.notice.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person whom a notice concerns, and whether they have read it. */
@Entity
@Table(name = "notice_addressee")
public class Addressee extends Identified {

  private static final long serialVersionUID = 1L;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "notice_id", updatable = false)
  private Notice notice;

  @Column(name = "person_id", nullable = false, updatable = false)
  private UUID personId;

  @Column(name = "read_at")
  private Instant readAt;

  protected Addressee() {}

  public Addressee(Instant now, Notice notice, UUID personId) {
    super(now);
    this.notice = notice;
    this.personId = personId;
  }

  /** They have seen it; the first time counts. */
  public void read(Instant now) {
    if (readAt == null) {
      readAt = now;
    }
  }

  public boolean isRead() {
    return readAt != null;
  }

  public Notice getNotice() {
    return notice;
  }

  public UUID getPersonId() {
    return personId;
  }

  public Instant getReadAt() {
    return readAt;
  }
}
