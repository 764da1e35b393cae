package dev.timbre.platform.faces;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * People name the last day on which something counts; inside, and for REST, it counts until the
 * moment after that day. This is the only place that turns one into the other.
 */
public final class LastDay {

  private LastDay() {}

  /** The first moment after a day; null where there is no last day. */
  public static Instant end(LocalDate lastDay, ZoneId zone) {
    return lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /**
   * The last day on which something counts, if only for a part of it.
   *
   * @param end the first moment at which it counts no longer; null where it has no end
   */
  public static LocalDate before(Instant end, ZoneId zone) {
    return end == null ? null : end.minusNanos(1).atZone(zone).toLocalDate();
  }
}
