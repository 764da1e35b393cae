package dev.timbre.platform.rest;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;

/**
 * An amount as a decimal string with its currency.
 *
 * @param amount for example {@code 12.50}
 * @param currency ISO 4217 code
 */
public record MoneyBody(String amount, String currency) {

  public static MoneyBody of(Money money) {
    return money == null ? null : new MoneyBody(money.toPlainString(), money.getCurrency());
  }

  /**
   * @throws Invalid when the amount is no decimal number or the currency unknown
   */
  public Money toMoney(String field) {
    if (amount == null || !amount.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
      String name = field + ".amount";
      throw Given.invalid(
          name,
          "malformed",
          String.valueOf(amount),
          "12 digits and 6 decimals",
          name + " must be a decimal string with at most 6 decimals, for example \"12.50\".");
    }
    return Money.of(amount, currency);
  }
}
