package dev.timbre.usage.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Client;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client's and a brand's budgets, monthly and in total, which a call must pass together. */
class SeveralBudgetsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Brand brand;
  private Client client;
  private Client other;

  @BeforeEach
  void two_clients_of_one_brand() {
    brand = database.saved(AccessFixtures.brand());
    client = database.saved(AccessFixtures.client(brand));
    other = database.saved(AccessFixtures.client(brand));
  }

  @Test
  void two_hundred_callers_of_two_clients_pass_none_of_seven_budgets() {
    saved(Budget.Owner.client(client.getId()), BudgetPeriod.MONTH, "90", null);
    saved(Budget.Owner.client(client.getId()), BudgetPeriod.TOTAL, "75", null);
    saved(Budget.Owner.client(other.getId()), BudgetPeriod.MONTH, "60", null);
    saved(Budget.Owner.brand(brand.getId()), BudgetPeriod.MONTH, "1000", 45L);
    saved(Budget.Owner.brand(brand.getId()), BudgetPeriod.TOTAL, "129", null);

    List<Boolean> held =
        Callers.together(200, number -> hold(number % 2 == 0 ? client : other, cost("3", 1)));

    // 43 by the brand's total; no circle of locks has thrown anybody out
    assertThat(Collections.frequency(held, true)).isEqualTo(43);
    assertThat(committed("c.client_id = '" + client.getId() + "'")).isLessThanOrEqualTo(75);
    assertThat(committed("c.client_id = '" + other.getId() + "'")).isLessThanOrEqualTo(60);
    assertThat(periodsThatDisagreeWithTheirReservations()).isZero();
    assertThat(periodsAboveTheirLimit()).isZero();
  }

  @Test
  void callers_that_hold_and_settle_at_once_end_with_nothing_held_anywhere() {
    saved(Budget.Owner.client(client.getId()), BudgetPeriod.MONTH, "50", null);
    saved(Budget.Owner.client(other.getId()), BudgetPeriod.TOTAL, "50", null);
    saved(Budget.Owner.brand(brand.getId()), BudgetPeriod.TOTAL, "70", null);

    Callers.together(
        100,
        number -> {
          Reservation mine = new Reservation(NOW, cost("5", 5), null);
          boolean held = hold(number % 2 == 0 ? client : other, mine);
          if (held) {
            database.run(work -> work.budgets().settle(mine, cost("1.5", 2)));
          }
          return held;
        });

    assertThat(sum("held")).isEqualTo("0.000000");
    assertThat(sum("held_characters")).isEqualTo("0");
    assertThat(periodsAboveTheirLimit()).isZero();
  }

  @Test
  void refusal_of_one_budget_leaves_nothing_in_the_others() {
    saved(Budget.Owner.client(client.getId()), BudgetPeriod.MONTH, "100", null);
    Budget poor = saved(Budget.Owner.brand(brand.getId()), BudgetPeriod.TOTAL, "2", null);

    assertThatThrownBy(() -> holdOrThrow(client, cost("3", 1)))
        .isInstanceOfSatisfying(
            BudgetExhausted.class,
            e -> {
              assertThat(e.budgetId()).isEqualTo(poor.getId());
              assertThat(e.code()).isEqualTo("budget-exhausted");
              assertThat(e)
                  .hasMessageContaining("3.00 CNY")
                  .hasMessageContaining("brand's total 2.00 CNY");
              assertThat(e.forClients())
                  .hasMessageContaining("brand's total budget")
                  .message()
                  .doesNotContain("2.00", "3.00");
            });

    assertThat(sum("held")).isNull();
    assertThat(hold(client, cost("2", 1))).isTrue();
  }

  @Test
  void characters_are_a_limit_of_their_own() {
    saved(Budget.Owner.client(client.getId()), BudgetPeriod.MONTH, "100", 10L);

    assertThat(hold(client, cost("0.01", 10))).isTrue();
    assertThatThrownBy(() -> holdOrThrow(client, cost("0.01", 1)))
        .isInstanceOf(BudgetExhausted.class)
        .hasMessageContaining("0 characters of the client's monthly 10 characters");
  }

  @Test
  void budget_in_another_currency_refuses_instead_of_being_passed_by() {
    saved(Budget.Owner.client(client.getId()), BudgetPeriod.MONTH, "100", null);
    database.saved(
        new Budget(
            NOW,
            Budget.Owner.brand(brand.getId()),
            BudgetPeriod.MONTH,
            null,
            Money.of("100", "USD"),
            null));

    assertThatThrownBy(() -> holdOrThrow(client, cost("1", 1)))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("currency-mismatch"));
    assertThat(sum("held")).isNull();
  }

  @Test
  void owner_has_one_budget_of_each_period() {
    saved(Budget.Owner.brand(brand.getId()), BudgetPeriod.MONTH, "1", null);
    saved(Budget.Owner.brand(brand.getId()), BudgetPeriod.TOTAL, "1", null);

    assertThatThrownBy(
            () -> saved(Budget.Owner.brand(brand.getId()), BudgetPeriod.TOTAL, "1", null))
        .hasStackTraceContaining("budget_one_of_brand");
  }

  private Budget saved(Budget.Owner owner, BudgetPeriod period, String limit, Long characters) {
    return database.saved(new Budget(NOW, owner, period, null, Money.of(limit, "CNY"), characters));
  }

  private boolean hold(Client caller, Cost most) {
    return hold(caller, new Reservation(NOW, most, null));
  }

  private boolean hold(Client caller, Reservation reservation) {
    try {
      holdOrThrow(caller, reservation);
      return true;
    } catch (BudgetExhausted e) {
      return false;
    }
  }

  private void holdOrThrow(Client caller, Cost most) {
    holdOrThrow(caller, new Reservation(NOW, most, null));
  }

  private void holdOrThrow(Client caller, Reservation reservation) {
    database.run(
        work ->
            work.budgets()
                .hold(reservation, work.budgets().applying(caller.getId(), brand.getId())));
  }

  private static Cost cost(String amount, long characters) {
    return new Cost(Money.of(amount, "CNY"), characters);
  }

  private int committed(String condition) {
    Object sum =
        number(
            "select max(p.spent + p.held) from budget_period p join budget c on c.id = p.budget_id"
                + " where "
                + condition);
    return ((Number) sum).intValue();
  }

  private long periodsThatDisagreeWithTheirReservations() {
    return count(
        "select count(*) from budget_period p where p.held <> (select coalesce(sum(r.amount), 0)"
            + " from reservation_hold h join reservation r on r.id = h.reservation_id"
            + " where h.budget_id = p.budget_id and h.period = p.period and r.state = 'HELD')");
  }

  private long periodsAboveTheirLimit() {
    return count(
        "select count(*) from budget_period p join budget b on b.id = p.budget_id"
            + " where p.spent + p.held > b.limit_amount"
            + " or p.spent_characters + p.held_characters > b.character_limit");
  }

  private String sum(String column) {
    Object sum = number("select sum(" + column + ") from budget_period");
    return sum == null ? null : sum.toString();
  }

  private Number number(String sql) {
    return (Number)
        database.inTransaction(work -> work.em().createNativeQuery(sql).getSingleResult());
  }

  private long count(String sql) {
    return number(sql).longValue();
  }
}
