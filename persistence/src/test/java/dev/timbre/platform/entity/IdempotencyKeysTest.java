package dev.timbre.platform.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.Work;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyKeysTest {

  private static final IdempotencyKey.Key KEY = new IdempotencyKey.Key("client:1", "order-17");

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void key_claimed_before_is_not_claimed_again_and_keeps_its_digest() {
    assertThat(claim("first")).isTrue();
    assertThat(claim("second")).isFalse();

    IdempotencyKey kept = database.inTransaction(work -> work.idempotencyKeys().get(KEY));
    assertThat(kept.getDigest()).isEqualTo("first");
  }

  @Test
  void same_key_of_another_caller_is_another_key() {
    claim("first");

    boolean other =
        database.inTransaction(
            work -> claim(work, new IdempotencyKey.Key("client:2", "order-17"), "x"));

    assertThat(other).isTrue();
  }

  @Test
  void callers_that_race_for_a_key_get_it_once() {
    List<Boolean> claims = Callers.together(16, number -> claim("caller " + number));

    assertThat(claims).containsOnlyOnce(true);
  }

  @Test
  void claim_whose_transaction_failed_leaves_the_key_free() {
    assertThatThrownBy(
            () ->
                database.run(
                    work -> {
                      claim(work, KEY, "failed");
                      throw new IllegalArgumentException("the change itself failed");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(claim("second")).isTrue();
  }

  @Test
  void claim_held_by_another_transaction_is_waited_for() {
    database.run(
        first -> {
          claim(first, KEY, "first");

          assertThatThrownBy(
                  () -> database.run(second -> claim(second.impatiently(), KEY, "second")))
              .hasStackTraceContaining("lock timeout");
        });
  }

  @Test
  void keys_made_before_an_instant_are_forgotten() {
    claim("old");

    int none = database.inTransaction(work -> work.idempotencyKeys().forgetBefore(NOW));
    int one = database.inTransaction(work -> work.idempotencyKeys().forgetBefore(LATER));

    assertThat(none).isZero();
    assertThat(one).isEqualTo(1);
    assertThat(claim("new")).isTrue();
  }

  private boolean claim(String digest) {
    return database.inTransaction(work -> claim(work, KEY, digest));
  }

  private static boolean claim(Work work, IdempotencyKey.Key key, String digest) {
    return work.idempotencyKeys().claim(key, digest, NOW);
  }
}
