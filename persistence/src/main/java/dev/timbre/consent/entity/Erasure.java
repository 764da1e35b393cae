package dev.timbre.consent.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Contents that are to leave the store; which ones, its items say. */
@Entity
@Table(name = "erasure")
public class Erasure extends Identified {

  private static final long serialVersionUID = 1L;

  @Column(name = "talent_id", nullable = false, updatable = false)
  private UUID talentId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private ErasureCause cause;

  @Column(name = "finished_at")
  private Instant finishedAt;

  protected Erasure() {}

  public Erasure(Instant now, UUID talentId, ErasureCause cause) {
    super(now);
    this.talentId = talentId;
    this.cause = cause;
  }

  /** Nothing of it is left in the store; doing it twice does no harm. */
  public void finish(Instant now) {
    finishedAt = finishedAt == null ? now : finishedAt;
  }

  public UUID getTalentId() {
    return talentId;
  }

  public ErasureCause getCause() {
    return cause;
  }

  public Instant getFinishedAt() {
    return finishedAt;
  }
}
