package dev.timbre.provider.client.error;

import java.time.Duration;

/** Whether, and how patiently, a failed call may be repeated unchanged. */
public enum Retry {
  /** Not at all: it would fail again, or might be charged twice. */
  NEVER(Duration.ZERO),
  /** After a short, growing delay (a second or so). */
  SOON(Duration.ofSeconds(1)),
  /** Only after a longer pause (tens of seconds) or with fewer calls at once. */
  LATER(Duration.ofSeconds(20));

  private final Duration pause;

  Retry(Duration pause) {
    this.pause = pause;
  }

  /**
   * How long to wait before the first repeat, where nothing more exact is known; double it for each
   * further one. Zero for {@link #NEVER}.
   */
  public Duration pause() {
    return pause;
  }

  /** Whether a repeat is allowed at all. */
  public boolean allowed() {
    return this != NEVER;
  }
}
