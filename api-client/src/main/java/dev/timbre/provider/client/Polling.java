package dev.timbre.provider.client;

import dev.timbre.provider.client.error.ProviderException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asking again and again how far an order is. */
final class Polling {

  private Polling() {}

  /**
   * Asks until the order is over or the time is up, and yields the last answer. A question that
   * fails is asked again when it may be.
   *
   * @throws ProviderException when a question fails for good, or the last one before the time is up
   * @throws InterruptedException when the thread is interrupted between two questions
   */
  static <T> T await(Supplier<T> question, Predicate<T> over, PollPace pace)
      throws InterruptedException {
    long deadline = System.nanoTime() + pace.atMost().toNanos();
    while (true) {
      boolean last = deadline - System.nanoTime() <= pace.every().toNanos();
      try {
        T answer = question.get();
        if (last || over.test(answer)) {
          return answer;
        }
      } catch (ProviderException failed) {
        if (last || !failed.retry().allowed()) {
          throw failed;
        }
      }
      Thread.sleep(pace.every().toMillis());
    }
  }
}
