package dev.timbre.usage.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/** How long a budget lasts. */
public enum BudgetPeriod {
  /** A calendar month in the budget's time zone; every month begins with the full limit. */
  MONTH,
  /** For ever, until the limit is raised. */
  TOTAL;

  private static final String ALL_TIME = "total";

  /** When a caller may ask again though nothing renews a total budget: somebody may raise it. */
  private static final Duration ASK_AGAIN = Duration.ofHours(1);

  /** The name of the period that a moment falls into: {@code 2026-03}, or {@code total}. */
  public String at(Instant moment, ZoneId zone) {
    return this == MONTH ? YearMonth.from(moment.atZone(zone)).toString() : ALL_TIME;
  }

  /** How long until the next period begins. */
  public Duration untilNext(Instant moment, ZoneId zone) {
    if (this == TOTAL) {
      return ASK_AGAIN;
    }
    YearMonth next = YearMonth.from(moment.atZone(zone)).plusMonths(1);
    return Duration.between(moment, next.atDay(1).atStartOfDay(zone).toInstant());
  }
}
