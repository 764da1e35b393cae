package dev.timbre.sandbox.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Counts what was admitted in the minute past. Kept in memory only. */
public final class RateLimits {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Map<String, Deque<Hit>> hits = new HashMap<>();

  private record Hit(Instant time, long quantity) {}

  /**
   * Admits a quantity under a key or refuses; what is refused does not count.
   *
   * @param ceiling per minute; null for no limit
   * @throws Refusal from {@code refusal}
   */
  public synchronized void admit(
      String key, long quantity, Integer ceiling, Instant now, Supplier<Refusal> refusal) {
    if (ceiling == null) {
      return;
    }
    Deque<Hit> recent = hits.computeIfAbsent(key, k -> new ArrayDeque<>());
    while (!recent.isEmpty() && !recent.peekFirst().time().isAfter(now.minus(WINDOW))) {
      recent.removeFirst();
    }
    long before = recent.stream().mapToLong(Hit::quantity).sum();
    if (before + quantity > ceiling) {
      throw refusal.get();
    }
    recent.addLast(new Hit(now, quantity));
  }

  public synchronized void clear() {
    hits.clear();
  }
}
