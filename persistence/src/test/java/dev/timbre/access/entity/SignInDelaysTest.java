package dev.timbre.access.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInDelaysTest {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final SignInDelays.Rule RULE =
      new SignInDelays.Rule(3, LONGEST, Duration.ofDays(1));

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Optional<Instant> attempt(String what, Instant at) {
    return database.inTransaction(work -> work.signInDelays().claim(what, RULE, at));
  }

  @Test
  void first_failures_are_free_and_the_next_waits() {
    for (int i = 0; i < 3; i++) {
      assertThat(attempt("anna", NOW)).isEmpty();
    }
    assertThat(attempt("anna", NOW)).contains(NOW.plusSeconds(1));
    assertThat(attempt("bert", NOW)).isEmpty();
  }

  @Test
  void delay_doubles_with_every_failure_up_to_the_longest() {
    Instant at = NOW;
    for (int i = 0; i < 3; i++) {
      attempt("anna", at);
    }
    for (int seconds : new int[] {1, 2, 4, 8, 10, 10}) {
      assertThat(attempt("anna", at)).contains(at.plusSeconds(seconds));
      at = at.plusSeconds(seconds);
      assertThat(attempt("anna", at)).isEmpty();
    }
  }

  @Test
  void attempts_that_come_too_soon_do_not_lengthen_the_delay() {
    for (int i = 0; i < 3; i++) {
      attempt("anna", NOW);
    }
    for (int i = 0; i < 50; i++) {
      assertThat(attempt("anna", NOW)).contains(NOW.plusSeconds(1));
    }
  }

  @Test
  void a_hundred_attempts_at_once_get_no_further_than_one_after_the_other() {
    List<Optional<Instant>> answers = Callers.together(100, number -> attempt("anna", NOW));

    assertThat(answers.stream().filter(Optional::isEmpty)).hasSize(3);
  }

  @Test
  void right_password_forgives_what_was_tried() {
    for (int i = 0; i < 3; i++) {
      attempt("anna", NOW);
    }
    database.run(work -> work.signInDelays().forgive("anna"));

    assertThat(attempt("anna", NOW)).isEmpty();
    assertThat(attempt("anna", NOW)).isEmpty();
  }

  @Test
  void attempt_taken_back_leaves_earlier_failures() {
    for (int i = 0; i < 3; i++) {
      attempt("gateway", NOW);
    }
    database.run(work -> work.signInDelays().takeBack("gateway", NOW));

    assertThat(attempt("gateway", NOW)).isEmpty();
    assertThat(attempt("gateway", NOW)).isPresent();
  }

  @Test
  void failures_of_yesterday_no_longer_count() {
    for (int i = 0; i < 3; i++) {
      attempt("anna", NOW);
    }
    Instant later = NOW.plus(Duration.ofDays(2));
    for (int i = 0; i < 3; i++) {
      assertThat(attempt("anna", later)).isEmpty();
    }
    assertThat(attempt("anna", later)).isPresent();
  }

  @Test
  void neither_names_nor_addresses_are_kept() {
    attempt("a password typed into the wrong field", NOW);

    List<?> keys =
        database.inTransaction(
            work -> work.em().createNativeQuery("select key from sign_in_delay").getResultList());
    assertThat(keys).singleElement().asString().matches("[0-9a-f]{64}");
  }
}
