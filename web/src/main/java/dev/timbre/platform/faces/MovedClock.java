package dev.timbre.platform.faces;

import dev.timbre.platform.clock.ClockShift;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;

/** How far the clock is moved, which no reader may overlook, and which countdowns must know. */
@Named("movedClock")
@RequestScoped
public class MovedClock {

  @Inject ClockShift shift;
  @Inject Clock clock;

  public boolean isMoved() {
    return !shift.get().isZero();
  }

  public long getMillis() {
    return shift.get().toMillis();
  }

  public Instant getNow() {
    return clock.instant();
  }
}
