package dev.timbre.provider.client;

import dev.timbre.provider.client.error.InvalidRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/**
 * The texts of a session that were said and have not come to their end yet, in their order. The
 * provider speaks them in that order, so its frames belong to the oldest.
 */
final class SaidTexts {

  /** More would only wait at the provider, which has a limit of its own that it does not name. */
  private static final int MOST_AT_ONCE = 1_000;

  private final Deque<Integer> open = new ArrayDeque<>();
  private int said;

  synchronized int add() {
    if (open.size() == MOST_AT_ONCE) {
      throw new InvalidRequest(
          "text", open.size() + " texts waiting", "at most " + MOST_AT_ONCE + " at once");
    }
    said++;
    open.addLast(said);
    return said;
  }

  synchronized boolean none() {
    return said == 0;
  }

  synchronized List<Integer> open() {
    return List.copyOf(open);
  }

  synchronized OptionalInt oldest() {
    return optional(open.peekFirst());
  }

  synchronized OptionalInt endOldest() {
    return optional(open.pollFirst());
  }

  /** For a text that the provider refuses at its door: that is the one which came last. */
  synchronized OptionalInt endNewest() {
    return optional(open.pollLast());
  }

  private static OptionalInt optional(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
