package dev.timbre.provider.control;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Leaves one account alone for a while after most of its calls were lost. MicroProfile's breaker
 * has one state for each method, so that an account in trouble would silence all others with it;
 * this one does the same for one account. Calls that began before it opened do not count any more.
 */
final class AccountBreaker {

  /** The latest calls, of which so many may not be lost. */
  static final int WINDOW = 20;

  static final int TOO_MANY = 15;

  /** Until one call may try whether the provider is back. */
  static final Duration PAUSE = Duration.ofSeconds(2);

  private final LongSupplier nanos;
  private final boolean[] lost = new boolean[WINDOW];
  private int seen;
  private int losses;
  private boolean open;
  private boolean trying;
  private long openedAt;
  private long round;

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   */
  AccountBreaker(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * @throws CircuitBreakerOpenException while the account is left alone; nothing was sent then
   */
  <T> T call(Supplier<T> call) {
    long mine = enter();
    boolean wasLost = false;
    try {
      return call.get();
    } catch (ProviderOutcomeLost e) {
      wasLost = true;
      throw e;
    } finally {
      leave(mine, wasLost);
    }
  }

  private synchronized long enter() {
    if (open) {
      if (trying || nanos.getAsLong() - openedAt < PAUSE.toNanos()) {
        throw new CircuitBreakerOpenException("Most calls of this account were lost just now");
      }
      trying = true;
      round++;
    }
    return round;
  }

  private synchronized void leave(long mine, boolean wasLost) {
    if (mine != round) {
      return;
    }
    if (!open) {
      count(wasLost);
    } else if (wasLost) {
      open();
    } else {
      open = false;
      trying = false;
    }
  }

  private void count(boolean wasLost) {
    int place = seen % WINDOW;
    losses += (wasLost ? 1 : 0) - (lost[place] ? 1 : 0);
    lost[place] = wasLost;
    seen++;
    if (wasLost && seen >= WINDOW && losses >= TOO_MANY) {
      open();
    }
  }

  private void open() {
    open = true;
    trying = false;
    openedAt = nanos.getAsLong();
    round++;
    seen = 0;
    losses = 0;
    Arrays.fill(lost, false);
  }
}
