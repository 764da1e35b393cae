package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * What a month will have cost at its end, if it goes on as it began:
 *
 * <pre>spent + days left × (spent + 7 × last month's daily mean) / (days gone + 7)</pre>
 *
 * Last month weighs as much as seven days of this one, so that the first days do not swing it.
 * Where nothing was spent last month, it is {@code spent + days left × spent / days gone}, of which
 * at least three are counted.
 */
final class Forecast {

  private static final BigDecimal WEIGHT_OF_LAST_MONTH = BigDecimal.valueOf(7);
  private static final BigDecimal LEAST_DAYS = BigDecimal.valueOf(3);
  private static final BigDecimal MILLIS_PER_DAY = BigDecimal.valueOf(86_400_000);

  private Forecast() {}

  /**
   * @param spent so far in the month of that moment
   * @param lastMonth spent in the month before
   */
  static Money atMonthsEnd(Instant now, ZoneId zone, Money spent, Money lastMonth) {
    YearMonth month = YearMonth.from(now.atZone(zone));
    BigDecimal gone = days(begin(month, zone), now);
    BigDecimal left = days(now, begin(month.plusMonths(1), zone));
    BigDecimal perDay =
        lastMonth.getAmount().signum() == 0
            ? quotient(spent.getAmount(), gone.max(LEAST_DAYS))
            : quotient(
                spent.getAmount().add(WEIGHT_OF_LAST_MONTH.multiply(mean(month, lastMonth))),
                gone.add(WEIGHT_OF_LAST_MONTH));
    return spent.plus(Money.of(perDay.multiply(left), spent.getCurrency()));
  }

  private static BigDecimal mean(YearMonth month, Money lastMonth) {
    int days = month.minusMonths(1).lengthOfMonth();
    return quotient(lastMonth.getAmount(), BigDecimal.valueOf(days));
  }

  private static BigDecimal quotient(BigDecimal amount, BigDecimal days) {
    return amount.divide(days, MathContext.DECIMAL64);
  }

  private static Instant begin(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  private static BigDecimal days(Instant from, Instant until) {
    return quotient(BigDecimal.valueOf(Duration.between(from, until).toMillis()), MILLIS_PER_DAY);
  }
}
