package dev.timbre.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "1,           1.000000",
    "0.0000005,   0.000000",
    "0.0000015,   0.000002",
    "0.0000025,   0.000002",
    "0.00000251,  0.000003",
    "-0.0000015, -0.000002",
    "1e3,      1000.000000"
  })
  void amount_is_kept_with_six_decimals_rounded_half_to_even(String given, String kept) {
    assertThat(Money.of(given, "CNY").getAmount()).isEqualTo(new BigDecimal(kept));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "YUAN", "cny", "RMB", "€"})
  void unknown_currency_is_refused(String currency) {
    assertThatThrownBy(() -> Money.zero(currency))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("currency-unknown"));
  }

  @Test
  void amounts_of_one_currency_add_subtract_multiply_and_compare() {
    Money a = Money.of("1.25", "CNY");
    Money b = Money.of("0.750001", "CNY");

    assertThat(a.plus(b)).isEqualTo(Money.of("2.000001", "CNY"));
    assertThat(b.minus(a)).isEqualTo(Money.of("-0.499999", "CNY"));
    assertThat(b.minus(a).isNegative()).isTrue();
    assertThat(a.minus(a).isNegative()).isFalse();
    assertThat(a.times(new BigDecimal("0.3333333"))).isEqualTo(Money.of("0.416667", "CNY"));
    assertThat(a).isGreaterThan(b).isEqualByComparingTo(Money.of("1.250", "CNY"));
  }

  @Test
  void amounts_of_different_currencies_never_meet() {
    Money yuan = Money.of("1", "CNY");
    Money dollar = Money.of("1", "USD");

    assertMismatch(() -> yuan.plus(dollar));
    assertMismatch(() -> yuan.minus(dollar));
    assertMismatch(() -> yuan.compareTo(dollar));
    assertMismatch(() -> yuan.requireSameCurrency(dollar));
    yuan.requireSameCurrency(Money.zero("CNY"));
    assertThat(yuan).isNotEqualTo(dollar);
  }

  @ParameterizedTest
  @CsvSource({
    "1,        1.00",
    "0,        0.00",
    "1.5,      1.50",
    "100,    100.00",
    "0.00455,  0.00455",
    "-2.5,    -2.50"
  })
  void amount_is_shown_with_at_least_two_decimals_and_no_padding(String amount, String shown) {
    assertThat(Money.of(amount, "CNY").toPlainString()).isEqualTo(shown);
    assertThat(Money.of(amount, "CNY")).hasToString(shown + " CNY");
  }

  @Test
  void equal_amounts_have_equal_hash_codes() {
    assertThat(Money.of("1.10", "EUR"))
        .isEqualTo(Money.of("1.1", "EUR"))
        .hasSameHashCodeAs(Money.of("1.1", "EUR"));
  }

  private static void assertMismatch(Runnable meeting) {
    assertThatThrownBy(meeting::run)
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("currency-mismatch"));
  }
}
