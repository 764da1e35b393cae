package dev.timbre.platform.web;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What checks said last, for however many ask. One of them makes the checks, at most once a second,
 * and the others hear what it was told. Checks may hang with the database that they ask: an answer
 * that does not come is no answer, and the one before it does not count for longer.
 */
final class LatestHealth {

  private static final Duration FRESH = Duration.ofSeconds(1);

  /** For an answer; and how old one may be while the next is awaited. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Health LATE =
      new Health(
          false,
          "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"answer-in-time\",\"status\":\"DOWN\"}]}");

  private final Supplier<Health> checks;
  private final LongSupplier nanos;
  private Health last;
  private long toldAt;
  private boolean asking;
  private long askedAt;
  private long round;

  /**
   * @param body as it is published
   */
  record Health(boolean up, String body) {}

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   */
  LatestHealth(Supplier<Health> checks, LongSupplier nanos) {
    this.checks = checks;
    this.nanos = nanos;
  }

  Health get() {
    long mine;
    synchronized (this) {
      if (isYoungerThan(FRESH)) {
        return last;
      }
      if (asking && left() > 0) {
        return isYoungerThan(PATIENCE) ? last : awaited();
      }
      if (asking) {
        tell(LATE); // whoever asked hangs; somebody else tries anew
      }
      asking = true;
      askedAt = nanos.getAsLong();
      mine = ++round;
    }
    Health told = null;
    try {
      told = checks.get();
      return told;
    } finally {
      end(mine, told);
    }
  }

  private boolean isYoungerThan(Duration age) {
    return last != null && nanos.getAsLong() - toldAt < age.toNanos();
  }

  /** Until the one who asks has asked for too long, in milliseconds. */
  private long left() {
    return PATIENCE.minusNanos(nanos.getAsLong() - askedAt).toMillis();
  }

  private Health awaited() {
    try {
      for (long left = left(); asking && left > 0; left = left()) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return isYoungerThan(PATIENCE) ? last : LATE;
  }

  private void tell(Health told) {
    last = told;
    toldAt = nanos.getAsLong();
  }

  /** What comes too late, when somebody else asks already, is told to nobody. */
  private synchronized void end(long mine, Health told) {
    if (mine != round) {
      return;
    }
    asking = false;
    if (told != null) {
      tell(told);
    }
    notifyAll();
  }
}
