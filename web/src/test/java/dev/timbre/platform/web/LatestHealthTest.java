package dev.timbre.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.platform.web.LatestHealth.Health;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LatestHealthTest {

  private static final Health UP = new Health(true, "up");

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 7);
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Supplier<Health> database = () -> UP;
  private final LatestHealth health =
      new LatestHealth(
          () -> {
            asked.incrementAndGet();
            return database.get();
          },
          now::get);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void answer_isFreshForASecond() {
    health.get();
    pass(Duration.ofMillis(900));
    health.get();
    assertThat(asked).hasValue(1);

    pass(Duration.ofMillis(200));
    assertThat(health.get()).isEqualTo(UP);
    assertThat(asked).hasValue(2);
  }

  @Test
  void hangingCheck_isDownAfterAWhileAndUpOnceTheDatabaseIsBack() throws Exception {
    health.get();
    CountDownLatch away = new CountDownLatch(1);
    pass(Duration.ofSeconds(2));
    CompletableFuture<Health> first = hanging(away);
    assertThat(health.get()).as("two seconds old").isEqualTo(UP);

    pass(LatestHealth.PATIENCE);
    CompletableFuture<Health> second = hanging(away);
    assertThat(health.get().up()).as("too old").isFalse();

    pass(LatestHealth.PATIENCE);
    database = () -> UP;
    assertThat(health.get()).as("a third asks").isEqualTo(UP);
    away.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS).up()).isFalse();
    assertThat(second.get(10, TimeUnit.SECONDS).up()).isFalse();
    assertThat(health.get()).as("what came too late").isEqualTo(UP);
  }

  /** Somebody who asks while the database does not answer. */
  private CompletableFuture<Health> hanging(CountDownLatch away) throws InterruptedException {
    CountDownLatch asking = new CountDownLatch(1);
    database =
        () -> {
          asking.countDown();
          awaitEnd(away);
          return new Health(false, "late");
        };
    CompletableFuture<Health> asker = CompletableFuture.supplyAsync(health::get);
    assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
    return asker;
  }

  @Test
  void checkThatBreaks_isMadeAnewByTheNext() {
    database =
        () -> {
          throw new IllegalStateException("broken");
        };
    assertThat(CompletableFuture.supplyAsync(health::get)).failsWithin(Duration.ofSeconds(10));

    database = () -> UP;
    assertThat(health.get()).isEqualTo(UP);
  }

  private static void awaitEnd(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
