package dev.timbre.usage.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reservation, budget and month. */
class UsageValuesTest {

  @ParameterizedTest
  @EnumSource(Reservation.State.class)
  void reservation_ends_once(Reservation.State state) {
    Reservation settled = in(state);
    Reservation released = in(state);

    if (state == Reservation.State.HELD) {
      settled.settle();
      released.release();
      assertThat(settled.getState()).isEqualTo(Reservation.State.SETTLED);
      assertThat(released.getState()).isEqualTo(Reservation.State.RELEASED);
    } else {
      assertThatThrownBy(settled::settle).isInstanceOf(Conflict.class);
      assertThatThrownBy(released::release).isInstanceOf(Conflict.class);
      assertThat(settled.getState()).isEqualTo(state);
      assertThat(released.getState()).isEqualTo(state);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:00:00Z, 2026-03",
    "2026-03-31T23:59:59.999999999Z, 2026-03",
    "2026-12-31T23:59:59Z, 2026-12",
    "2027-01-01T00:00:00Z, 2027-01"
  })
  void reservation_belongs_to_its_month_in_utc(Instant at, YearMonth month) {
    assertThat(new Reservation(at, UUID.randomUUID(), cny("1")).month()).isEqualTo(month);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "1000000000.01"})
  void limit_outside_its_range_is_refused(String limit) {
    assertThatThrownBy(() -> new Budget(NOW, UUID.randomUUID(), cny(limit)))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("budget-out-of-range"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.01", "1000000000"})
  void limit_within_its_range_is_taken(String limit) {
    assertThat(new Budget(NOW, UUID.randomUUID(), cny(limit)).getLimit()).isEqualTo(cny(limit));
  }

  @Test
  void budget_keeps_its_currency() {
    Budget budget = new Budget(NOW, UUID.randomUUID(), cny("1"));

    assertThatThrownBy(() -> budget.limitTo(Money.of("1", "USD")))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("budget-currency-fixed"));
    assertThat(budget.getLimit()).isEqualTo(cny("1"));
  }

  @ParameterizedTest
  @CsvSource({"100,0,0,100", "100,30,20,50", "100,60,40,0", "100,90,20,0", "0,0,0,0"})
  void available_is_what_is_neither_spent_nor_held_and_never_negative(
      String limit, String spent, String held, String available) {
    BudgetMonth month = new BudgetMonth(YearMonth.of(2026, 3), cny(limit), cny(spent), cny(held));

    assertThat(month.available()).isEqualTo(cny(available));
  }

  private static Reservation in(Reservation.State state) {
    Reservation reservation = new Reservation(NOW, UUID.randomUUID(), cny("1"));
    switch (state) {
      case HELD -> {}
      case SETTLED -> reservation.settle();
      case RELEASED -> reservation.release();
    }
    return reservation;
  }

  private static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }
}
