package dev.timbre.provider.entity;

import java.time.Instant;

/**
 * How a limit stands at this moment.
 *
 * @param percent of the limit that is let through at present; less than 100 after the provider said
 *     that too much came, growing again by {@link RateLimits#RECOVERY_PER_MINUTE} a minute
 * @param throttledAt when the provider last said so; null for never
 */
public record RateStanding(int percent, Instant throttledAt) {

  public static final RateStanding FULL = new RateStanding(100, null);
}
