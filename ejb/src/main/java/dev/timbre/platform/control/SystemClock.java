package dev.timbre.platform.control;

import dev.timbre.platform.clock.ClockShift;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one source of time. */
@ApplicationScoped
public class SystemClock {

  private static final Duration MICROSECOND = Duration.ofNanos(1000);

  @Inject
  @ConfigProperty(name = ClockShift.SETTING)
  Optional<String> file;

  private ClockShift shift;

  @PostConstruct
  void find() {
    shift = ClockShift.of(file);
  }

  /** How far the clock is moved, for those who must tell people. */
  @Produces
  ClockShift shift() {
    return shift;
  }

  /** UTC in whole microseconds, which is what the database keeps. */
  @Produces
  Clock clock() {
    Clock system = Clock.tick(Clock.systemUTC(), MICROSECOND);
    return shift.isPossible() ? new Moved(system, shift) : system;
  }

  /** The system's time and the shift of the moment. Pages hold one between requests. */
  static final class Moved extends Clock implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Clock base;
    private final ClockShift shift;

    Moved(Clock base, ClockShift shift) {
      this.base = base;
      this.shift = shift;
    }

    @Override
    public Instant instant() {
      return base.instant().plus(shift.get());
    }

    @Override
    public ZoneId getZone() {
      return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Moved(base.withZone(zone), shift);
    }
  }
}
