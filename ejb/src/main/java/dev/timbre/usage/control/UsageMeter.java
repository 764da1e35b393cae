package dev.timbre.usage.control;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.LimitExceeded;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.BudgetMonth;
import dev.timbre.usage.entity.Budgets;
import dev.timbre.usage.entity.Reservation;
import dev.timbre.usage.entity.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Money of a client's budget: held before a call, settled or released after it. */
@ApplicationScoped
public class UsageMeter {

  @Inject Budgets budgets;
  @Inject Clock clock;

  /**
   * Holds an upper bound of a bill.
   *
   * @throws LimitExceeded when the client has no budget, or too little of it left this month
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID reserve(UUID clientId, Money upperBound) {
    Instant now = clock.instant();
    Budget budget =
        budgets
            .findOfClient(clientId)
            .orElseThrow(
                () ->
                    new LimitExceeded(
                        "no-budget",
                        "The client has no budget; an administrator must set one.",
                        untilNextMonth(now)));
    Money needed = upperBound.plus(Money.zero(budget.getLimit().getCurrency()));
    Reservation reservation = new Reservation(now, budget.getId(), needed);
    if (!budgets.hold(reservation)) {
      throw exhausted(budget, reservation, now);
    }
    return reservation.getId();
  }

  private LimitExceeded exhausted(Budget budget, Reservation reservation, Instant now) {
    BudgetMonth month = budgets.monthOf(budget, reservation.month());
    return new LimitExceeded(
        "budget-exhausted",
        "This may cost up to "
            + reservation.getAmount()
            + " and "
            + month.available()
            + " of the monthly "
            + month.limit()
            + " are left; raise the budget or wait for the next month (UTC).",
        untilNextMonth(now));
  }

  /**
   * The provider has billed: the held amount goes back and the bill is spent, even a higher one.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void settle(UUID reservationId, Money bill) {
    Reservation reservation = budgets.getReservation(reservationId);
    reservation.settle();
    budgets.settle(reservation, bill);
  }

  /** The call surely cost nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void release(UUID reservationId) {
    Reservation reservation = budgets.getReservation(reservationId);
    reservation.release();
    budgets.settle(reservation, Money.zero(reservation.getAmount().getCurrency()));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void consumed(Usage usage) {
    budgets.add(usage);
  }

  private static Duration untilNextMonth(Instant now) {
    return Duration.between(
        now,
        now.atZone(ZoneOffset.UTC)
            .toLocalDate()
            .withDayOfMonth(1)
            .plusMonths(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant());
  }
}
