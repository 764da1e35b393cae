package dev.timbre.usage.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.data.Offset;
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
    "UTC, 2026-03-01T00:00:00Z, 2026-03",
    "UTC, 2026-03-31T23:59:59.999999999Z, 2026-03",
    "UTC, 2026-12-31T23:59:59Z, 2026-12",
    "UTC, 2027-01-01T00:00:00Z, 2027-01",
    "Asia/Shanghai, 2026-03-31T15:59:59Z, 2026-03",
    "Asia/Shanghai, 2026-03-31T16:00:00Z, 2026-04",
    "America/New_York, 2026-04-01T03:59:59Z, 2026-03"
  })
  void moment_belongs_to_the_month_of_the_budgets_zone(String zone, Instant at, String month) {
    assertThat(budget(BudgetPeriod.MONTH, zone).periodAt(at)).isEqualTo(month);
    assertThat(budget(BudgetPeriod.TOTAL, zone).periodAt(at)).isEqualTo("total");
  }

  @Test
  void unknown_zone_and_an_owner_that_is_none_or_two_are_refused() {
    for (String zone : List.of("Mars/Olympus", "+08:00", "UTC+8", "GMT+8", "Z", "")) {
      assertThatThrownBy(() -> budget(BudgetPeriod.MONTH, zone))
          .as(zone)
          .isInstanceOfSatisfying(
              Invalid.class, e -> assertThat(e.code()).isEqualTo("budget-zone-unknown"));
    }
    assertThat(budget(BudgetPeriod.MONTH, " Asia/Shanghai ").getZone())
        .isEqualTo(ZoneId.of("Asia/Shanghai"));
    UUID id = UUID.randomUUID();
    for (Budget.Owner owner : List.of(new Budget.Owner(id, id), new Budget.Owner(null, null))) {
      assertThatThrownBy(() -> new Budget(NOW, owner, BudgetPeriod.MONTH, null, cny("1"), null))
          .isInstanceOfSatisfying(
              Invalid.class, e -> assertThat(e.code()).isEqualTo("budget-owner"));
    }
  }

  @Test
  void alerts_are_percentages_in_order() {
    Budget budget = budget(BudgetPeriod.MONTH, null);
    assertThat(budget.getAlerts()).containsExactly(50, 80, 100);

    budget.alertAt(Set.of(90, 1));

    assertThat(budget.getAlerts()).containsExactly(1, 90);
    for (Set<Integer> odd :
        List.of(Set.of(0), Set.of(101), Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))) {
      assertThatThrownBy(() -> budget.alertAt(odd)).isInstanceOf(Invalid.class);
    }
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

    assertThatThrownBy(() -> budget.limitTo(Money.of("1", "USD"), null))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("budget-currency-fixed"));
    assertThat(budget.getLimit()).isEqualTo(cny("1"));
  }

  @ParameterizedTest
  @CsvSource({"100,0,0,100", "100,30,20,50", "100,60,40,0", "100,90,20,0", "0,0,0,0"})
  void available_is_what_is_neither_spent_nor_held_and_never_negative(
      String limit, String spent, String held, String available) {
    BudgetStanding standing =
        new BudgetStanding("2026-03", cny(limit), cny(spent), cny(held), null, 5, 5);

    assertThat(standing.available()).isEqualTo(cny(available));
    assertThat(standing.availableCharacters()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"10, 2, 3, 5", "10, 9, 4, 0", "0, 0, 0, 0"})
  void available_characters_are_what_is_left_of_their_limit(
      long limit, long spent, long held, long available) {
    BudgetStanding standing =
        new BudgetStanding("total", cny("1"), cny("0"), cny("0"), limit, spent, held);

    assertThat(standing.availableCharacters()).isEqualTo(available);
  }

  @ParameterizedTest
  @CsvSource({"100,79.999999,0, 79", "100,80,0,80", "100,10,81,81", "0,0,0,0", "0,0.01,0,100"})
  void spent_percent_is_the_fuller_of_both_and_never_rounded_up(
      String limit, String spent, long characters, int percent) {
    BudgetStanding standing =
        new BudgetStanding("2026-03", cny(limit), cny(spent), cny("0"), 100L, characters, 0);

    assertThat(standing.spentPercent()).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    // ten days gone of thirty, nothing known before: as it began
    "2026-04-11T00:00:00Z, 10, 0, 30",
    // one hour gone: a third of a day's worth counts, not twenty-four times the hour
    "2026-04-01T00:00:00Z, 3, 0, 33",
    // the first moment: last month's daily mean (1) for the whole month
    "2026-04-01T00:00:00Z, 0, 31, 30",
    // after seven days both weigh the same: (14 + 7) / 14 = 1.5 a day for 23 days
    "2026-04-08T00:00:00Z, 14, 31, 48.5",
    // nothing is left on the last moment but what is spent
    "2026-04-30T23:59:59.999Z, 50, 31, 50"
  })
  void forecast_goes_on_as_the_month_began_steadied_by_the_last(
      Instant now, String spent, String lastMonth, BigDecimal forecast) {
    assertThat(Forecast.atMonthsEnd(now, ZoneOffset.UTC, cny(spent), cny(lastMonth)).getAmount())
        .isCloseTo(forecast, Offset.offset(new BigDecimal("0.001")));
  }

  @Test
  void next_period_begins_at_the_zones_midnight() {
    Instant now = Instant.parse("2026-03-31T15:00:00Z");
    ZoneId shanghai = ZoneId.of("Asia/Shanghai");

    assertThat(BudgetPeriod.MONTH.untilNext(now, shanghai)).isEqualTo(Duration.ofHours(1));
    assertThat(BudgetPeriod.MONTH.untilNext(now, ZoneOffset.UTC)).isEqualTo(Duration.ofHours(9));
  }

  private static Budget budget(BudgetPeriod period, String zone) {
    return new Budget(NOW, Budget.Owner.brand(UUID.randomUUID()), period, zone, cny("1"), null);
  }

  private static Reservation in(Reservation.State state) {
    Reservation reservation = new Reservation(NOW, new Cost(cny("1"), 1), null);
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
