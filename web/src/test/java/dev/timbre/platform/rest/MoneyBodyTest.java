package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyBodyTest {

  @ParameterizedTest
  @CsvSource({
    "100, 100.00",
    "12.5, 12.50",
    "0.000001, 0.000001",
    "-3, -3.00",
    "999999999999, 999999999999.00"
  })
  void amount_isADecimalStringWithAtLeastTwoDecimals(String given, String shown) {
    Money money = new MoneyBody(given, "CNY").toMoney("limit");

    assertThat(MoneyBody.of(money)).isEqualTo(new MoneyBody(shown, "CNY"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "1e3", "1,5", "0.0000001", "1234567890123", ".5", "5.", "+1", "NaN", "١"})
  void amountOfAnotherForm_isRefusedByName(String amount) {
    Invalid refusal =
        catchThrowableOfType(
            Invalid.class, () -> new MoneyBody(amount, "CNY").toMoney("monthlyLimit"));

    assertThat(refusal.violations().get(0).field()).isEqualTo("monthlyLimit.amount");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "XXXX", "yuan"})
  void unknownCurrency_isRefused(String currency) {
    Invalid refusal =
        catchThrowableOfType(Invalid.class, () -> new MoneyBody("1", currency).toMoney("limit"));

    assertThat(refusal.code()).isEqualTo("currency-unknown");
  }

  @Test
  void noMoney_isNoBody() {
    assertThat(MoneyBody.of(null)).isNull();
  }
}
