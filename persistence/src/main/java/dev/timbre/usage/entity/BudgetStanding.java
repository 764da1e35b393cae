package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a budget stands in one period.
 *
 * @param period {@code 2026-03}, or {@code total}
 * @param spent what providers billed
 * @param held what reservations hold for calls under way or unknown
 * @param characterLimit null for any number
 */
public record BudgetStanding(
    String period,
    Money limit,
    Money spent,
    Money held,
    Long characterLimit,
    long spentCharacters,
    long heldCharacters) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What may still be reserved; never negative. */
  public Money available() {
    Money rest = limit.minus(spent).minus(held);
    return rest.isNegative() ? Money.zero(limit.getCurrency()) : rest;
  }

  /** How many characters may still be reserved, never negative; null for any number. */
  public Long availableCharacters() {
    return characterLimit == null
        ? null
        : Math.max(0, characterLimit - spentCharacters - heldCharacters);
  }

  /** The share of the limit that is spent, in money or characters, whichever is more; from 0. */
  public int spentPercent() {
    int money = percent(spent.getAmount(), limit.getAmount());
    return characterLimit == null
        ? money
        : Math.max(
            money,
            percent(BigDecimal.valueOf(spentCharacters), BigDecimal.valueOf(characterLimit)));
  }

  // rounded down, so that nobody hears of a threshold before it is reached
  private static int percent(BigDecimal part, BigDecimal whole) {
    if (whole.signum() == 0) {
      return part.signum() == 0 ? 0 : 100;
    }
    return part.multiply(HUNDRED).divide(whole, 0, RoundingMode.DOWN).intValue();
  }
}
