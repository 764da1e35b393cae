package dev.timbre.speech.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.Texts;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * What a person found out about the bill of a speech whose outcome nobody could tell. The speech
 * stays UNKNOWN, since that is what its callers were told; its reservation ends.
 */
@Entity
@Immutable
@Table(name = "speech_settlement")
public class Settlement extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int REASON_LENGTH = 1000;

  @Column(name = "speech_id", nullable = false, updatable = false)
  private UUID speechId;

  @Column(nullable = false, updatable = false)
  private boolean charged;

  @Embedded
  @AttributeOverride(
      name = "amount",
      column = @Column(name = "amount", nullable = false, updatable = false))
  @AttributeOverride(
      name = "currency",
      column = @Column(name = "currency", nullable = false, updatable = false))
  private Money amount;

  @Column(nullable = false, updatable = false, length = REASON_LENGTH)
  private String reason;

  @Embedded
  @AttributeOverride(name = "kind", column = @Column(name = "settled_by_kind", updatable = false))
  @AttributeOverride(name = "id", column = @Column(name = "settled_by_id", updatable = false))
  private Actor settledBy;

  protected Settlement() {}

  /**
   * @param charged false when the provider surely billed nothing
   * @param amount what it billed; zero when nothing
   * @param reason how the person knows, for example the number of the bill
   */
  public Settlement(
      Instant now, UUID speechId, boolean charged, Money amount, String reason, Actor settledBy) {
    super(now);
    this.speechId = speechId;
    this.charged = charged;
    this.amount = amount;
    this.reason = Texts.required("reason", reason, REASON_LENGTH);
    this.settledBy = settledBy;
  }

  public UUID getSpeechId() {
    return speechId;
  }

  public boolean isCharged() {
    return charged;
  }

  public Money getAmount() {
    return amount;
  }

  public String getReason() {
    return reason;
  }

  public Actor getSettledBy() {
    return settledBy;
  }
}
