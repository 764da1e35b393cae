package dev.timbre.provider.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A provider's rate, taken from by many at once and cut after a complaint. */
class RateLimitsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private ProviderAccount account;

  @BeforeEach
  void anAccount() {
    account = database.saved(ProviderFixtures.account());
  }

  @Test
  void many_callers_at_once_get_no_more_than_goes_out_at_once() {
    RateLimit limit = limit(100, null);

    List<Boolean> let = Callers.together(60, number -> take(limit, 1).isZero());

    // a tenth at once, and what came back while they asked
    assertThat(Collections.frequency(let, true)).isBetween(10, 25);
  }

  @Test
  void whoever_is_held_back_is_told_how_long_and_gets_through_then() {
    RateLimit limit = limit(6, null);
    assertThat(take(limit, 1)).isZero();
    Duration missing = take(limit, 1);
    assertThat(missing).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(11));

    backdate(limit, "refilled_at", missing);

    assertThat(take(limit, 1)).isZero();
  }

  @Test
  void in_any_minute_no_more_calls_go_out_than_the_provider_lets_through() {
    for (int perMinute : List.of(1, 3, 10, 60)) {
      RateLimit limit = limit(perMinute, null, "m" + perMinute);
      long begin = System.nanoTime();
      int out = drain(limit);
      // the rest of the minute, in steps, less what the test itself takes
      for (int second = 0; second + (System.nanoTime() - begin) / 1e9 < 58; second++) {
        backdate(limit, "refilled_at", Duration.ofSeconds(1));
        out += drain(limit);
      }
      assertThat(out).as("of %s a minute", perMinute).isBetween(perMinute * 7 / 10, perMinute);
    }
  }

  @Test
  void characters_are_counted_and_a_call_larger_than_the_bucket_leaves_it_owing() {
    RateLimit limit = limit(null, 1000);

    assertThat(take(limit, 600)).isZero();
    Duration missing = take(limit, 100);

    // 350 owed and 100 wanted, at 750 a minute
    assertThat(missing).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(37));
    backdate(limit, "refilled_at", missing);
    assertThat(take(limit, 100)).isZero();
  }

  @Test
  void complaint_halves_what_goes_out_and_it_recovers_slowly() {
    RateLimit limit = limit(6, null);

    assertThat(throttle(limit)).isTrue();
    assertThat(throttle(limit)).as("for the same burst").isFalse();
    assertThat(standing(limit).percent()).isEqualTo(50);
    // twice the ten seconds of an uncut rate
    assertThat(take(limit, 1)).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(21));

    backdate(limit, "throttled_at", Duration.ofMinutes(2));
    assertThat(standing(limit).percent()).isBetween(69, 71);
    assertThat(throttle(limit)).isTrue();
    assertThat(standing(limit).percent()).isBetween(34, 36);
    backdate(limit, "throttled_at", Duration.ofHours(1));
    assertThat(standing(limit).percent()).isEqualTo(100);
  }

  @Test
  void complaints_never_shut_an_account_for_good() {
    RateLimit limit = limit(60, null);
    for (int i = 0; i < 20; i++) {
      throttle(limit);
      backdate(limit, "throttled_at", Duration.ofSeconds(3));
    }

    assertThat(standing(limit).percent()).isBetween(5, 6);
    assertThat(take(limit, 1)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void limit_that_was_lifted_holds_nothing_back_where_it_is_still_remembered() {
    RateLimit limit = limit(6, null);
    assertThat(take(limit, 1)).isZero();
    assertThat(take(limit, 1)).isPositive();

    database.run(
        work -> {
          RateLimits limits = work.rateLimits();
          limits.remove(limits.get(limit.getAccountId(), limit.getModel()));
        });

    assertThat(take(limit, 1)).isZero();
    assertThat(throttle(limit)).isFalse();
    assertThat(standing(limit).percent()).isEqualTo(100);
  }

  @Test
  void learned_limit_is_made_once_and_forgotten_after_an_hour() {
    for (int i = 0; i < 2; i++) {
      database.run(
          work ->
              work.rateLimits().addOnce(RateLimit.learned(NOW, account.getId(), "speech-x", 60)));
    }
    RateLimit limit =
        database.inTransaction(work -> work.rateLimits().get(account.getId(), "speech-x"));
    assertThat(limit.isLearned()).isTrue();
    assertThat(inForce()).isEmpty();

    throttle(limit);
    assertThat(inForce()).containsExactly(limit);

    backdate(limit, "throttled_at", Duration.ofMinutes(61));
    assertThat(inForce()).isEmpty();
  }

  @Test
  void lifted_part_of_a_limit_holds_nothing_back() {
    RateLimit limit = limit(600, 100);
    take(limit, 5000);
    assertThat(take(limit, 1)).isPositive();

    database.run(
        work -> work.rateLimits().get(account.getId(), limit.getModel()).limitTo(600, null));

    RateLimit changed =
        database.inTransaction(work -> work.rateLimits().get(account.getId(), limit.getModel()));
    assertThat(take(changed, 5000)).isZero();
  }

  @Test
  void limit_of_nothing_or_out_of_range_is_refused() {
    assertThatThrownBy(() -> limit(null, null)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> limit(0, null)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> limit(null, -1)).isInstanceOf(Invalid.class);
  }

  private RateLimit limit(Integer requests, Integer characters) {
    return limit(requests, characters, RateLimit.ANY_MODEL);
  }

  private RateLimit limit(Integer requests, Integer characters, String model) {
    return database.saved(new RateLimit(NOW, account.getId(), model, requests, characters));
  }

  private Duration take(RateLimit limit, long characters) {
    return database.inTransaction(work -> work.rateLimits().take(limit, characters));
  }

  private int drain(RateLimit limit) {
    int out = 0;
    while (take(limit, 1).isZero()) {
      out++;
    }
    return out;
  }

  private boolean throttle(RateLimit limit) {
    return database.inTransaction(work -> work.rateLimits().throttle(limit));
  }

  private RateStanding standing(RateLimit limit) {
    return database.inTransaction(work -> work.rateLimits().standingOf(limit));
  }

  private List<RateLimit> inForce() {
    return database.inTransaction(work -> work.rateLimits().inForce());
  }

  /** As if so much time had gone by. */
  private void backdate(RateLimit limit, String column, Duration time) {
    database.run(
        work ->
            work.em()
                .createNativeQuery(
                    "update rate_bucket set "
                        + column
                        + " = "
                        + column
                        + " - make_interval(secs => ?1) where limit_id = ?2")
                .setParameter(1, time.toMillis() / 1000.0)
                .setParameter(2, limit.getId())
                .executeUpdate());
  }
}
