package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * An upper bound of a bill, held from every budget that applies while the call is under way or
 * unknown. The budgets and their periods stand beside it ({@link Budgets#hold}).
 */
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

  @Embedded private Cost most;

  @Column(name = "price_list_id", updatable = false)
  private UUID priceListId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  protected Reservation() {}

  /**
   * @param priceListId by which the bill will be reckoned, whatever list is in force by then
   */
  public Reservation(Instant now, Cost most, UUID priceListId) {
    super(now);
    this.most = most;
    this.priceListId = priceListId;
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

  public Cost getMost() {
    return most;
  }

  public Money getAmount() {
    return most.money();
  }

  public UUID getPriceListId() {
    return priceListId;
  }

  public State getState() {
    return state;
  }
}
