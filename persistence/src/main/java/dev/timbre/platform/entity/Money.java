package dev.timbre.platform.entity;

import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in one currency, kept with six decimals because a single character costs fractions of a
 * cent. Amounts of different currencies never meet.
 */
@Embeddable
public final class Money implements Serializable, Comparable<Money> {

  private static final long serialVersionUID = 1L;

  /** Decimals kept; a price per ten thousand characters needs all of them. */
  public static final int SCALE = 6;

  @Column(nullable = false, precision = 19, scale = SCALE)
  private BigDecimal amount;

  @Column(nullable = false, length = 3)
  private String currency;

  Money() {}

  private Money(BigDecimal amount, String currency) {
    this.amount = amount.setScale(SCALE, RoundingMode.HALF_EVEN);
    this.currency = currency;
  }

  /**
   * @param currency ISO 4217 code
   * @throws Invalid when the currency is unknown
   */
  public static Money of(BigDecimal amount, String currency) {
    Objects.requireNonNull(amount, "amount");
    try {
      return new Money(amount, Currency.getInstance(currency).getCurrencyCode());
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new Invalid(
          "currency-unknown", "currency is " + currency + "; give an ISO 4217 code such as CNY.");
    }
  }

  public static Money of(String amount, String currency) {
    return of(new BigDecimal(amount), currency);
  }

  public static Money zero(String currency) {
    return of(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other)), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other)), currency);
  }

  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public String getCurrency() {
    return currency;
  }

  /** The amount without padding zeros but with at least two decimals, as pages and REST show it. */
  public String toPlainString() {
    BigDecimal stripped = amount.stripTrailingZeros();
    return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other));
  }

  /**
   * @throws Invalid when the other amount is in another currency
   */
  public void requireSameCurrency(Money other) {
    sameCurrency(other);
  }

  private BigDecimal sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new Invalid(
          "currency-mismatch",
          "An amount in " + other.currency + " meets one in " + currency + "; use one currency.");
    }
    return other.amount;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money that
        && currency.equals(that.currency)
        && amount.compareTo(that.amount) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(amount, currency);
  }

  @Override
  public String toString() {
    return toPlainString() + " " + currency;
  }
}
