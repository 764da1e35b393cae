package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Conflict;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/** An upper bound of a bill, held from a budget while the call is under way or unknown. */
@Entity
@Table(name = "reservation")
public class Reservation extends Identified {

  private static final long serialVersionUID = 1L;

  /** What became of it. */
  public enum State {
    HELD,
    SETTLED,
    RELEASED
  }

  @Column(name = "budget_id", nullable = false, updatable = false)
  private UUID budgetId;

  @Embedded
  @AttributeOverride(
      name = "amount",
      column = @Column(name = "amount", nullable = false, updatable = false))
  @AttributeOverride(
      name = "currency",
      column = @Column(name = "currency", nullable = false, updatable = false))
  private Money amount;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  protected Reservation() {}

  public Reservation(Instant now, UUID budgetId, Money amount) {
    super(now);
    this.budgetId = budgetId;
    this.amount = amount;
    this.state = State.HELD;
  }

  /** The provider has billed. */
  public void settle() {
    end(State.SETTLED);
  }

  /** The call surely cost nothing. */
  public void release() {
    end(State.RELEASED);
  }

  private void end(State end) {
    if (state != State.HELD) {
      throw new Conflict(
          "reservation-over", "Reservation " + getId() + " is already " + state + ".");
    }
    state = end;
  }

  /** The month whose budget it came from, whenever it ends. */
  public YearMonth month() {
    return YearMonth.from(getCreatedAt().atZone(ZoneOffset.UTC));
  }

  public UUID getBudgetId() {
    return budgetId;
  }

  public Money getAmount() {
    return amount;
  }

  public State getState() {
    return state;
  }
}
