package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.platform.error.Invalid;
import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinePolicyTest {

  private static final Instant DEADLINE = NOW.plus(Duration.ofDays(7));

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private final DeadlinePolicy usual = new DeadlinePolicy(NOW, UUID.randomUUID());

  /** Minutes before the deadline, and the reminder that is due then. */
  @ParameterizedTest
  @CsvSource({
    "5761, ",
    "5760, 96",
    "5759, 96",
    "2881, 96",
    "2880, 48",
    "1440, 24",
    "361, 24",
    "360, 6",
    "1, 6",
    "0, ",
    "-1, "
  })
  void timeBeforeTheDeadline_theNearestReminderWhoseTimeHasCome(long minutes, Integer hours) {
    Instant now = DEADLINE.minus(Duration.ofMinutes(minutes));

    assertThat(usual.reminderDue(DEADLINE, now).orElse(null)).isEqualTo(hours);
  }

  @Test
  void usualPolicy_asksAndNeverActivates() {
    assertThat(usual.getAction()).isEqualTo(DeadlineAction.ASK);
    assertThat(usual.activatesAt(DEADLINE, DEADLINE.minusSeconds(1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"721, false", "720, true", "1, true", "0, false", "-60, false"})
  void activatingPolicy_actsFromItsHourUntilTheDeadline(long minutes, boolean acts) {
    usual.choose(new DeadlinePolicy.Choice(DeadlineAction.ACTIVATE, List.of(24), 12));

    assertThat(usual.activatesAt(DEADLINE, DEADLINE.minus(Duration.ofMinutes(minutes))))
        .isEqualTo(acts);
  }

  @Test
  void remindersInAnyOrderAndTwice_areKeptOnceTheEarliestFirst() {
    usual.choose(new DeadlinePolicy.Choice(DeadlineAction.ASK, List.of(6, 96, 6, 24), 12));

    assertThat(usual.getRemindHours()).containsExactly(96, 24, 6);
  }

  @Test
  void noReminders_nothingIsEverDue() {
    usual.choose(new DeadlinePolicy.Choice(DeadlineAction.LAPSE, List.of(), 12));

    assertThat(usual.reminderDue(DEADLINE, DEADLINE.minusSeconds(1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 168, 100_000})
  void hoursOutsideAClonesLife_areRefused(int hours) {
    assertThatThrownBy(
            () ->
                usual.choose(new DeadlinePolicy.Choice(DeadlineAction.ASK, List.of(24, hours), 12)))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining(Integer.toString(hours))
        .hasMessageContaining("167");
    assertThatThrownBy(
            () -> usual.choose(new DeadlinePolicy.Choice(DeadlineAction.ASK, List.of(24), hours)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void chosenPolicy_isReadAsWrittenWithAVersionOfItsOwn() {
    Brand brand = database.saved(AccessFixtures.brand());
    database.run(
        work -> {
          DeadlinePolicy policy = work.deadlines().getPolicyForChange(brand.getId(), NOW);
          policy.choose(new DeadlinePolicy.Choice(DeadlineAction.ACTIVATE, List.of(48, 3), 5));
        });

    DeadlinePolicy read =
        database.inTransaction(work -> work.deadlines().findPolicy(brand.getId()).orElseThrow());

    assertThat(read.choice())
        .isEqualTo(new DeadlinePolicy.Choice(DeadlineAction.ACTIVATE, List.of(48, 3), 5));
    // whoever saw the usual policy, whose version is 0, must not overwrite this one
    assertThat(read.getVersion()).isPositive();
  }

  @Test
  void secondPolicyOfABrand_isRefusedByTheDatabase() {
    Brand brand = database.saved(AccessFixtures.brand());
    database.saved(new DeadlinePolicy(NOW, brand.getId()));

    assertThatThrownBy(() -> database.saved(new DeadlinePolicy(NOW, brand.getId())))
        .hasStackTraceContaining("deadline_policy_brand_id_key");
  }
}
