package dev.timbre.provider.client.wire.account;

import dev.timbre.provider.client.wire.WireObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What may be used within a stretch of time.
 *
 * @param remaining until the window ends
 * @param total what may be used in all, in units of the plan
 * @param usageCount as written. Public clients disagree on whether it is what was used or what is
 *     left, so build nothing on it alone
 * @param remainingPercent what is left, 0 to 100; only newer answers say it
 */
public record PlanWindow(
    Optional<Instant> start,
    Optional<Instant> end,
    Optional<Duration> remaining,
    OptionalLong total,
    OptionalLong usageCount,
    OptionalDouble remainingPercent) {

  /** The year 10000 in milliseconds: no sensible date is later. */
  private static final long LAST_MILLI = 253_402_300_800_000L;

  static PlanWindow read(WireObject model, String times, String counts) {
    return new PlanWindow(
        instant(model.integer(times + "start_time")),
        instant(model.integer(times + "end_time")),
        duration(model.integer(times + "remains_time")),
        model.integer(counts + "total_count"),
        model.integer(counts + "usage_count"),
        model.decimal(counts + "remaining_percent"));
  }

  private static Optional<Instant> instant(OptionalLong millis) {
    return millis.isPresent() && millis.getAsLong() > 0 && millis.getAsLong() < LAST_MILLI
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }

  private static Optional<Duration> duration(OptionalLong millis) {
    return millis.isPresent()
        ? Optional.of(Duration.ofMillis(millis.getAsLong()))
        : Optional.empty();
  }
}
