package dev.timbre.sandbox.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Counts what was admitted lately and what is under way. Kept in memory only. */
public final class RateLimits {
  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration GROWTH_WINDOW = Duration.ofSeconds(10);

  private final Map<String, Deque<Hit>> hits = new HashMap<>();
  private final Map<String, Integer> open = new HashMap<>();

  private record Hit(Instant time, long quantity) {}

  /**
   * So much, and no more, in any stretch of time of that length.
   *
   * @param window a minute at most
   */
  record Ceiling(int most, Duration window) {}

  /**
   * Admits a quantity under a name or refuses; what is refused does not count.
   *
   * @throws Refusal from {@code refusal}
   */
  synchronized void admit(
      String name, long quantity, Ceiling ceiling, Instant now, Supplier<Refusal> refusal) {
    Deque<Hit> recent = recent(name, now);
    if (between(recent, now.minus(ceiling.window()), now) + quantity > ceiling.most()) {
      throw refusal.get();
    }
    recent.addLast(new Hit(now, quantity));
  }

  /**
   * Admits one more of something unless it becomes so much more frequent within ten seconds.
   *
   * @param ceiling of the growth over the ten seconds before
   * @throws Refusal from {@code refusal}
   */
  synchronized void admitGrowth(String name, int ceiling, Instant now, Supplier<Refusal> refusal) {
    Deque<Hit> recent = recent("growth " + name, now);
    Instant since = now.minus(GROWTH_WINDOW);
    long latest = between(recent, since, now) + 1;
    long before = between(recent, since.minus(GROWTH_WINDOW), since);
    if (latest - before > ceiling) {
      throw refusal.get();
    }
    recent.addLast(new Hit(now, 1));
  }

  /**
   * Admits one more under way until it is closed.
   *
   * @param ceiling at once
   * @throws Refusal from {@code refusal}
   */
  synchronized Allowance.Connection connect(String name, int ceiling, Supplier<Refusal> refusal) {
    int now = open.getOrDefault(name, 0);
    if (now >= ceiling) {
      throw refusal.get();
    }
    open.put(name, now + 1);
    AtomicBoolean closed = new AtomicBoolean();
    return () -> {
      if (!closed.getAndSet(true)) {
        end(name);
      }
    };
  }

  private synchronized void end(String name) {
    open.computeIfPresent(name, (key, count) -> count > 1 ? count - 1 : null);
  }

  private Deque<Hit> recent(String name, Instant now) {
    Deque<Hit> recent = hits.computeIfAbsent(name, key -> new ArrayDeque<>());
    while (!recent.isEmpty() && !recent.peekFirst().time().isAfter(now.minus(WINDOW))) {
      recent.removeFirst();
    }
    return recent;
  }

  /** What was admitted after one moment, up to another. */
  private static long between(Deque<Hit> hits, Instant after, Instant until) {
    return hits.stream()
        .filter(hit -> hit.time().isAfter(after) && !hit.time().isAfter(until))
        .mapToLong(Hit::quantity)
        .sum();
  }

  /** Forgets what was admitted. */
  public synchronized void clear() {
    hits.clear();
  }
}
