package dev.timbre.usage.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Client;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BudgetsTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Client client;
  private Budget budget;

  @BeforeEach
  void a_client_may_spend_one_hundred_a_month() {
    client = database.saved(AccessFixtures.client(database.saved(AccessFixtures.brand())));
    budget = database.saved(new Budget(NOW, client.getId(), cny("100")));
  }

  @Test
  void two_hundred_callers_at_the_edge_hold_exactly_what_is_there() {
    int callers = 200;
    int affordable = 33;

    List<Boolean> held = Callers.together(callers, number -> hold(reservation("3")));

    assertThat(Collections.frequency(held, true)).isEqualTo(affordable);
    assertThat(march().held()).isEqualTo(cny("99"));
    assertThat(march().available()).isEqualTo(cny("1"));
    assertThat(reservations()).isEqualTo(affordable);
  }

  @Test
  void callers_that_hold_and_settle_at_once_never_pass_the_limit_and_lose_no_cent() {
    List<Boolean> spoken =
        Callers.together(
            50,
            number -> {
              Reservation mine = reservation("10");
              boolean held = hold(mine);
              if (held) {
                settle(mine, "4.000001");
              }
              return held;
            });

    int paid = Collections.frequency(spoken, true);
    assertThat(march().held()).isEqualTo(cny("0"));
    assertThat(march().spent()).isEqualTo(cny("4.000001").times(BigDecimal.valueOf(paid)));
    assertThat(march().spent()).isLessThanOrEqualTo(cny("100"));
    assertThat(paid).isGreaterThanOrEqualTo(10);
  }

  @Test
  void amount_that_fills_the_budget_is_held_and_the_smallest_more_is_not() {
    assertThat(hold(reservation("100"))).isTrue();
    assertThat(hold(reservation("0.000001"))).isFalse();
    assertThat(hold(reservation("0"))).isTrue();
  }

  @Test
  void refused_hold_leaves_neither_reservation_nor_amount() {
    assertThat(hold(reservation("100.000001"))).isFalse();

    assertThat(reservations()).isZero();
    assertThat(march().held()).isEqualTo(cny("0"));
  }

  @Test
  void settled_reservation_turns_into_the_bill() {
    Reservation held = held("10");

    settle(held, "3.141593");

    assertThat(march().held()).isEqualTo(cny("0"));
    assertThat(march().spent()).isEqualTo(cny("3.141593"));
    assertThat(march().available()).isEqualTo(cny("96.858407"));
  }

  @Test
  void reservation_settled_with_zero_gives_everything_back() {
    Reservation held = held("10");

    settle(held, "0");

    assertThat(march().available()).isEqualTo(cny("100"));
  }

  @Test
  void bill_above_the_reservation_is_booked_in_full_and_nothing_is_available_below_zero() {
    Reservation held = held("100");

    settle(held, "100.5");

    assertThat(march().spent()).isEqualTo(cny("100.5"));
    assertThat(march().available()).isEqualTo(cny("0"));
    assertThat(hold(reservation("0.01"))).isFalse();
  }

  @Test
  void reservation_of_another_currency_is_refused_instead_of_compared() {
    Reservation dollars = reservation(NOW, Money.of("1", "USD"));

    assertThatThrownBy(() -> hold(dollars))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("currency-mismatch"));
    assertThat(march().held()).isEqualTo(cny("0"));
  }

  @Test
  void bill_of_another_currency_is_refused_instead_of_booked() {
    Reservation held = held("10");

    assertThatThrownBy(
            () ->
                database.run(
                    work -> work.budgets().settle(held, new Cost(Money.of("1", "USD"), 1))))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("currency-mismatch"));
    assertThat(march().held()).isEqualTo(cny("10"));
  }

  @Test
  void month_ends_at_midnight_utc_and_the_next_begins_with_the_full_budget() {
    Instant lastMoment = Instant.parse("2026-03-31T23:59:59.999999Z");
    assertThat(hold(reservation(lastMoment, cny("100")))).isTrue();

    Instant midnight = Instant.parse("2026-04-01T00:00:00Z");
    assertThat(hold(reservation(midnight, cny("60")))).isTrue();

    assertThat(month(MARCH).held()).isEqualTo(cny("100"));
    assertThat(month(MARCH.plusMonths(1)).held()).isEqualTo(cny("60"));
  }

  @Test
  void reservation_settled_in_the_next_month_is_booked_in_its_own() {
    Reservation held = reservation(Instant.parse("2026-03-31T23:59:59Z"), cny("9"));
    hold(held);
    UUID id = held.getId();

    database.run(work -> work.budgets().settle(work.budgets().getReservation(id), bill("5")));

    assertThat(month(MARCH).spent()).isEqualTo(cny("5"));
    assertThat(month(MARCH.plusMonths(1)).spent()).isEqualTo(cny("0"));
  }

  @Test
  void limit_lowered_below_what_is_held_lets_no_more_be_held() {
    held("50");
    database.run(work -> work.budgets().get(budget.getId()).limitTo(cny("40"), null));

    assertThat(hold(reservation("0.01"))).isFalse();
    database.run(work -> work.budgets().get(budget.getId()).limitTo(cny("50.01"), null));
    assertThat(hold(reservation("0.01"))).isTrue();
  }

  @Test
  void budgets_of_two_clients_do_not_touch_each_other() {
    Client other = database.saved(AccessFixtures.client());
    Budget theirs = database.saved(new Budget(NOW, other.getId(), cny("5")));
    held("100");

    assertThat(hold(reservation("5"), List.of(theirs))).isTrue();
  }

  @Test
  void budget_is_found_by_its_client_and_there_is_one_at_most() {
    database.run(
        work -> {
          Budget.Owner owner = Budget.Owner.client(client.getId());
          assertThat(work.budgets().find(owner, BudgetPeriod.MONTH)).contains(budget);
          assertThat(work.budgets().find(owner, BudgetPeriod.TOTAL)).isEmpty();
          assertThat(work.budgets().page(null, null, PageRequest.first(5)).items())
              .containsExactly(budget);
          assertThat(work.budgets().page(null, owner, PageRequest.first(5)).items())
              .containsExactly(budget);
          assertThat(
                  work.budgets()
                      .page(null, Budget.Owner.brand(UUID.randomUUID()), PageRequest.first(5))
                      .items())
              .isEmpty();
          assertThat(
                  work.budgets().page(Set.of(client.getId()), null, PageRequest.first(5)).items())
              .containsExactly(budget);
          for (Set<UUID> none : List.of(Set.<UUID>of(), Set.of(UUID.randomUUID()))) {
            assertThat(work.budgets().page(none, null, PageRequest.first(5)).items()).isEmpty();
          }
          assertThatThrownBy(() -> work.budgets().get(UUID.randomUUID()))
              .isInstanceOf(NotFound.class);
        });
    assertThatThrownBy(() -> database.saved(new Budget(NOW, client.getId(), cny("1"))))
        .hasStackTraceContaining("budget_one_of_client");
  }

  @Test
  void refusal_names_the_budget_and_the_period_that_is_used_up() {
    Instant april = Instant.parse("2026-04-01T00:00:00Z");
    for (Instant moment : List.of(NOW, april)) {
      assertThatThrownBy(
              () ->
                  database.run(
                      work ->
                          work.budgets().hold(reservation(moment, cny("101")), List.of(budget))))
          .isInstanceOfSatisfying(
              BudgetExhausted.class,
              e -> {
                assertThat(e.budgetId()).isEqualTo(budget.getId());
                assertThat(e.period()).isEqualTo(budget.periodAt(moment));
              });
    }
  }

  private Reservation held(String amount) {
    Reservation reservation = reservation(amount);
    assertThat(hold(reservation)).isTrue();
    return reservation;
  }

  private static Reservation reservation(String amount) {
    return reservation(NOW, cny(amount));
  }

  private static Reservation reservation(Instant at, Money amount) {
    return new Reservation(at, new Cost(amount, 10), null);
  }

  private boolean hold(Reservation reservation) {
    return hold(reservation, List.of(budget));
  }

  private boolean hold(Reservation reservation, List<Budget> budgets) {
    try {
      database.run(work -> work.budgets().hold(reservation, budgets));
      return true;
    } catch (BudgetExhausted e) {
      return false;
    }
  }

  private void settle(Reservation reservation, String bill) {
    database.run(work -> work.budgets().settle(reservation, bill(bill)));
  }

  private static Cost bill(String amount) {
    return new Cost(cny(amount), 4);
  }

  private BudgetStanding march() {
    return month(MARCH);
  }

  private BudgetStanding month(YearMonth month) {
    return database.inTransaction(
        work -> work.budgets().standingOf(work.budgets().get(budget.getId()), month.toString()));
  }

  private long reservations() {
    return database.inTransaction(
        work ->
            work.em()
                .createQuery("select count(r) from Reservation r", Long.class)
                .getSingleResult());
  }

  private static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }
}
