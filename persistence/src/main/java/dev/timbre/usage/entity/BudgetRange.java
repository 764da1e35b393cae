package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;
import java.math.BigDecimal;
import java.util.Set;

/** Between what a budget may be set. */
final class BudgetRange {

  private static final BigDecimal MAX_LIMIT = new BigDecimal("1000000000");
  private static final long MAX_CHARACTERS = 1_000_000_000_000L;
  private static final int MAX_ALERTS = 10;

  private BudgetRange() {}

  static void require(Money limit, Long characters) {
    if (limit.isNegative() || limit.getAmount().compareTo(MAX_LIMIT) > 0) {
      throw new Invalid(
          "budget-out-of-range", "limit is " + limit + "; give 0 to " + MAX_LIMIT + ".");
    }
    if (characters != null && (characters < 0 || characters > MAX_CHARACTERS)) {
      throw new Invalid(
          "budget-out-of-range",
          "limitCharacters is " + characters + "; give 0 to " + MAX_CHARACTERS + ".");
    }
  }

  static void requireAlerts(Set<Integer> percents) {
    boolean known = percents.stream().allMatch(percent -> percent >= 1 && percent <= 100);
    if (!known || percents.size() > MAX_ALERTS) {
      throw new Invalid(
          "budget-alerts",
          "alerts are " + percents + "; give at most " + MAX_ALERTS + " percentages of 1 to 100.");
    }
  }
}
