package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Money;
import java.time.YearMonth;

/**
 * A budget in one month.
 *
 * @param spent what providers billed
 * @param held what reservations hold for calls under way or unknown
 */
public record BudgetMonth(YearMonth month, Money limit, Money spent, Money held) {

  /** What may still be reserved; never negative. */
  public Money available() {
    Money rest = limit.minus(spent).minus(held);
    return rest.isNegative() ? Money.zero(limit.getCurrency()) : rest;
  }
}
