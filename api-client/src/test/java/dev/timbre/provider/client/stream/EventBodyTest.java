package dev.timbre.provider.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The wait for the end of a body that nobody reads any more. */
@Timeout(60)
class EventBodyTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final EventBody body =
      EventBody.handler().apply(null).getBody().toCompletableFuture().join();
  private final CountDownLatch cancelled = new CountDownLatch(1);

  private void released() {
    body.onSubscribe(
        new Subscription() {
          @Override
          public void request(long count) {}

          @Override
          public void cancel() {
            cancelled.countDown();
          }
        });
    body.release();
  }

  @Test
  void endOfTheBody_endsTheWait() throws Exception {
    released();
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> body.awaitEnd(LONG));

    body.onNext(List.of(ByteBuffer.wrap(new byte[] {'\n'})));
    body.onComplete();

    waiting.get(30, TimeUnit.SECONDS);
    assertThat(cancelled.getCount()).isEqualTo(1);
  }

  @Test
  void bodyGivenUp_endsTheWait() throws Exception {
    released();

    body.awaitEnd(LONG);

    assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void interrupt_endsTheWaitAndStays() {
    released();
    Thread.currentThread().interrupt();

    body.awaitEnd(LONG);

    assertThat(Thread.interrupted()).isTrue();
  }
}
