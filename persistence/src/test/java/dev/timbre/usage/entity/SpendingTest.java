package dev.timbre.usage.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Use;
import dev.timbre.platform.entity.Money;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFixtures;
import dev.timbre.testing.TestDatabase;
import dev.timbre.voice.entity.RegisteredVoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On which day a speech is booked, by the clock of the budget. */
class SpendingTest {

  private static final LocalDate THIRD = LocalDate.of(2026, 3, 3);

  /** In Shanghai the third of March has been there for half an hour. */
  private static final Instant SPOKEN = Instant.parse("2026-03-02T16:30:00Z");

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Client client;

  @BeforeEach
  void a_speech_for_two_yuan() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    client = database.saved(AccessFixtures.client(anna.brand()));
    Use use = database.saved(AccessFixtures.phoneUse(client));
    Cost held = new Cost(Money.of("2", "CNY"), 7);
    Speech speech =
        database.saved(
            SpeechFixtures.reservedSpeech(
                new Speech.Grounds(
                    anna.voice().getId(),
                    anna.brand().getId(),
                    anna.firstClone().getId(),
                    anna.firstClone().getRevision().getId(),
                    anna.consent().newest().getId(),
                    client.getId(),
                    use.getId()),
                database.saved(new Reservation(SPOKEN, held, null)).getId()));
    Usage.Account account =
        new Usage.Account(
            client.getId(),
            anna.brand().getId(),
            anna.voice().getId(),
            anna.firstClone().getId(),
            speech.getId());
    database.saved(new Usage(SPOKEN, account, UsageUnit.CHARACTER, 7, 1, Money.of("2", "CNY")));
  }

  private List<DaySpent> march(String zone) {
    Budget budget =
        database.saved(
            new Budget(
                SPOKEN,
                Budget.Owner.client(client.getId()),
                BudgetPeriod.MONTH,
                null,
                Money.of("100", "CNY"),
                null));
    return database.inTransaction(
        work -> {
          // offsets are refused now, but older budgets may have one
          work.em()
              .createNativeQuery("update budget set zone = ?1 where id = ?2")
              .setParameter(1, zone)
              .setParameter(2, budget.getId())
              .executeUpdate();
          return work.spending()
              .byDay(
                  work.budgets().get(budget.getId()),
                  THIRD.withDayOfMonth(1),
                  LocalDate.of(2026, 4, 1));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Shanghai", "Etc/GMT-8", "+08:00", "UTC+8", "GMT+08:00", "+07:30"})
  void day_is_the_one_of_the_budgets_clock(String zone) {
    assertThat(march(zone)).extracting(DaySpent::day).containsExactly(THIRD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Z", "+00:00", "America/New_York", "-05:00", "+07:29"})
  void day_is_the_one_before_where_it_is_not_midnight_yet(String zone) {
    assertThat(march(zone)).extracting(DaySpent::day).containsExactly(THIRD.minusDays(1));
  }

  @Test
  void day_has_what_was_booked_on_it() {
    assertThat(march("UTC").get(0).amount()).isEqualByComparingTo("2");
  }
}
