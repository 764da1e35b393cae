package dev.timbre.provider.client;

import dev.timbre.provider.client.error.InvalidRequest;
import java.time.Duration;

/**
 * How often to ask how far an order is, and for how long.
 *
 * @param every pause between an answer and the next question
 * @param atMost after which no more is asked
 */
public record PollPace(Duration every, Duration atMost) {

  /** Ten questions a second are the provider's limit: MiniMax API reference, "Rate limits". */
  private static final Duration SHORTEST = Duration.ofMillis(100);

  /**
   * @throws InvalidRequest for less than 100 ms between two questions, or no time at all
   */
  public PollPace {
    if (every.compareTo(SHORTEST) < 0) {
      throw new InvalidRequest("every", every, "at least " + SHORTEST);
    }
    if (atMost.isNegative() || atMost.isZero()) {
      throw new InvalidRequest("atMost", atMost, "more than nothing");
    }
  }
}
