package dev.timbre.usage.control;

import dev.timbre.platform.error.LimitExceeded;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.PriceLists;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.Budgets;
import dev.timbre.usage.entity.Cost;
import dev.timbre.usage.entity.Reservation;
import dev.timbre.usage.entity.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Money of budgets: held before a call, settled or released after it. */
@ApplicationScoped
public class UsageMeter {

  private static final Duration ASK_AGAIN = Duration.ofHours(1);

  @Inject Budgets budgets;
  @Inject PriceLists priceLists;
  @Inject Clock clock;

  /**
   * Holds an upper bound of a bill from every budget of the client and of the brand.
   *
   * @param prices by which the bill will be reckoned later, whatever is in force by then
   * @throws LimitExceeded when the client has no budget
   * @throws dev.timbre.usage.entity.BudgetExhausted when one of the budgets has too little left
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID reserve(UUID clientId, UUID brandId, PriceList prices, Cost most) {
    List<Budget> applying = budgets.applying(clientId, brandId);
    if (applying.stream().allMatch(budget -> budget.getOwner().clientId() == null)) {
      throw new LimitExceeded(
          "no-budget", "The client has no budget; an administrator must set one.", ASK_AGAIN);
    }
    Reservation reservation = new Reservation(clock.instant(), most, prices.getId());
    budgets.hold(reservation, applying);
    return reservation.getId();
  }

  /** The list that was in force when the money was held. */
  @Transactional(Transactional.TxType.MANDATORY)
  public PriceList pricesOf(UUID reservationId) {
    return priceLists.get(budgets.getReservation(reservationId).getPriceListId());
  }

  /**
   * The provider has billed: the held amount goes back and the bill is spent, even a higher one.
   *
   * @return whether the bill is above what was held
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean settle(UUID reservationId, Cost bill) {
    Reservation reservation = budgets.getReservation(reservationId);
    reservation.settle();
    budgets.settle(reservation, bill);
    return bill.exceeds(reservation.getMost());
  }

  /** The call surely cost nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void release(UUID reservationId) {
    Reservation reservation = budgets.getReservation(reservationId);
    reservation.release();
    budgets.settle(reservation, Cost.nothing(reservation.getAmount().getCurrency()));
  }

  /** What is held for a call. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Reservation reservation(UUID reservationId) {
    return budgets.getReservation(reservationId);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void consumed(Usage usage) {
    budgets.add(usage);
  }
}
