package dev.timbre.platform.health;

import dev.timbre.platform.clock.ClockShift;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says so when the clock is moved. Always up: a demonstration is served, but nobody who watches it
 * takes it for production.
 */
@Readiness
@ApplicationScoped
public class ClockReport implements HealthCheck {

  @Inject
  @ConfigProperty(name = ClockShift.SETTING)
  Optional<String> file;

  private ClockShift clock;

  @PostConstruct
  void find() {
    clock = ClockShift.of(file);
  }

  @Override
  public HealthCheckResponse call() {
    Duration shift = clock.get();
    return shift.isZero()
        ? HealthCheckResponse.up("clock")
        : HealthCheckResponse.named("clock")
            .up()
            .withData("warning", "The clock is moved; this is no production system.")
            .withData("movedBy", shift.toString())
            .build();
  }
}
