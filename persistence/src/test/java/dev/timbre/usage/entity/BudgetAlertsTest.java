package dev.timbre.usage.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Client;
import dev.timbre.platform.entity.Money;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Thresholds of budgets that were passed and not announced yet. */
class BudgetAlertsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Budget budget;

  @BeforeEach
  void a_hundred_a_month_and_as_many_characters() {
    Client client = database.saved(AccessFixtures.client());
    budget =
        database.saved(
            new Budget(
                NOW,
                Budget.Owner.client(client.getId()),
                BudgetPeriod.MONTH,
                null,
                Money.of("100", "CNY"),
                100L));
  }

  @Test
  void nothing_is_news_below_the_lowest_threshold() {
    spend("49.999999", 49);

    assertThat(passed()).isEmpty();
  }

  @Test
  void thresholds_between_the_last_announcement_and_what_is_spent_are_news_once() {
    spend("50", 1);
    assertThat(passed())
        .singleElement()
        .isEqualTo(new BudgetAlerts.Passed(budget.getId(), "2026-03", 0, 50));
    assertThat(claim(passed().get(0))).isTrue();
    assertThat(passed()).isEmpty();

    spend("49", 1);
    assertThat(passed()).extracting(BudgetAlerts.Passed::until).containsExactly(80);
    assertThat(passed()).extracting(BudgetAlerts.Passed::from).containsExactly(50);
  }

  @Test
  void characters_pass_thresholds_too() {
    spend("0.01", 100);

    assertThat(passed()).extracting(BudgetAlerts.Passed::until).containsExactly(100);
  }

  @Test
  void many_nodes_that_look_at_once_claim_a_threshold_once() {
    spend("85", 1);
    BudgetAlerts.Passed news = passed().get(0);

    List<Boolean> claimed = Callers.together(20, number -> claim(news));

    assertThat(Collections.frequency(claimed, true)).isOne();
  }

  @Test
  void months_that_are_over_are_news_no_more() {
    spend("85", 1);
    Instant dayAfter = Instant.parse("2026-04-01T20:00:00Z");
    Instant later = Instant.parse("2026-04-03T00:00:00Z");

    assertThat(passedAt(dayAfter)).hasSize(1);
    assertThat(passedAt(later)).isEmpty();
  }

  private List<BudgetAlerts.Passed> passedAt(Instant now) {
    return database.inTransaction(work -> work.budgetAlerts().passed(now, 10));
  }

  @Test
  void budget_without_alerts_or_spending_is_silent() {
    database.run(work -> work.budgets().get(budget.getId()).alertAt(Set.of()));
    spend("100", 100);
    assertThat(passed()).isEmpty();

    database.run(
        work -> {
          Budget nothing = work.budgets().get(budget.getId());
          nothing.alertAt(Set.of(50));
          nothing.limitTo(Money.zero("CNY"), null);
          work.em().createNativeQuery("update budget_period set spent = 0").executeUpdate();
        });
    assertThat(passed()).isEmpty();
  }

  private void spend(String amount, long characters) {
    Reservation held = new Reservation(NOW, new Cost(Money.of("0", "CNY"), 0), null);
    database.run(work -> work.budgets().hold(held, List.of(budget)));
    database.run(
        work -> work.budgets().settle(held, new Cost(Money.of(amount, "CNY"), characters)));
  }

  private List<BudgetAlerts.Passed> passed() {
    return database.inTransaction(work -> work.budgetAlerts().passed(NOW, 10));
  }

  private boolean claim(BudgetAlerts.Passed passed) {
    return database.inTransaction(work -> work.budgetAlerts().claim(passed));
  }
}
