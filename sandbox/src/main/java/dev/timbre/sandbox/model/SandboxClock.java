package dev.timbre.sandbox.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The provider's own time: the machine's, moved ahead on request. */
public final class SandboxClock extends Clock {
  private final Clock machine;
  private volatile Duration ahead = Duration.ZERO;

  /** Runs ahead of that clock; pass {@link Clock#systemUTC()} outside of tests. */
  public SandboxClock(Clock machine) {
    this.machine = machine;
  }

  void runAheadBy(Duration ahead) {
    this.ahead = ahead;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the sandbox's clock tells instants only");
  }
}
