package dev.timbre.access.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Conflict;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a client may ask, and how its keys follow one another. */
class ClientPaceTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Client client;

  @BeforeEach
  void aClient() {
    client = database.saved(AccessFixtures.client());
  }

  @Test
  void many_requests_at_once_take_no_more_than_a_minutes_worth() {
    List<Boolean> taken = Callers.together(100, number -> take(20));

    assertThat(Collections.frequency(taken, true)).isBetween(20, 30);
  }

  @Test
  void what_was_taken_comes_back_over_the_minute() {
    // so slow that the test itself takes no part in it
    while (take(2)) {
      assertThat(client.isDisabled()).isFalse();
    }

    database.run(
        work ->
            work.em()
                .createNativeQuery(
                    "update client_pace set refilled_at = refilled_at - interval '36 seconds'")
                .executeUpdate());

    assertThat(take(2)).isTrue();
    assertThat(take(2)).isFalse();
  }

  @Test
  void pace_leaves_the_version_of_the_client_alone() {
    take(5);

    Client read = database.inTransaction(work -> work.clients().get(client.getId()));
    assertThat(read.getVersion()).isEqualTo(client.getVersion());
  }

  @Test
  void replaced_key_ends_at_the_overlap_and_never_later_than_it_would_have() {
    Instant soon = NOW.plusSeconds(60);
    ApiKey endless = key(null);
    ApiKey ending = key(soon);
    Instant overlap = NOW.plus(Duration.ofDays(1));

    ApiKey next = endless.rotate(NOW, ApiKeySecret.generate(), overlap, null);
    ending.rotate(NOW, ApiKeySecret.generate(), overlap, null);

    assertThat(endless.getExpiresAt()).isEqualTo(overlap);
    assertThat(endless.isUsable(overlap.minusMillis(1))).isTrue();
    assertThat(endless.isUsable(overlap)).isFalse();
    assertThat(ending.getExpiresAt()).isEqualTo(soon);
    assertThat(next.getReplacesId()).isEqualTo(endless.getId());
    assertThat(next.getScopes()).isEqualTo(endless.getScopes());
    assertThat(next.getClientId()).isEqualTo(client.getId());
    assertThat(next.getExpiresAt()).isNull();
  }

  @Test
  void key_that_opens_nothing_is_not_replaced() {
    ApiKey revoked = key(null);
    revoked.revoke(NOW);
    ApiKey over = key(NOW);

    for (ApiKey key : List.of(revoked, over)) {
      assertThatThrownBy(() -> key.rotate(NOW, ApiKeySecret.generate(), NOW, null))
          .isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.code()).isEqualTo("key-over"));
    }
  }

  private ApiKey key(Instant end) {
    return ApiKey.ofClient(
        NOW, ApiKeySecret.generate(), "ivr", client.getId(), Set.of(Scope.SPEECH), end);
  }

  private boolean take(int perMinute) {
    return database.inTransaction(work -> work.clients().takeRequest(client.getId(), perMinute));
  }
}
