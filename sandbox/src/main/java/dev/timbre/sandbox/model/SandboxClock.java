package dev.timbre.sandbox.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The provider's own time: the machine's, moved ahead on request. */
public final class SandboxClock implements InstantSource {
  private final InstantSource machine;
  private volatile Duration ahead = Duration.ZERO;

  /** Runs ahead of that clock; pass {@link InstantSource#system()} outside of tests. */
  public SandboxClock(InstantSource machine) {
    this.machine = machine;
  }

  void runAheadBy(Duration ahead) {
    this.ahead = ahead;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }
}
