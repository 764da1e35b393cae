package dev.timbre.platform.entity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids that are made from an instant, and the bounds of a time among them. An id of version 7 begins
 * with the milliseconds since 1970 in 48 bits (RFC 9562, section 5.7).
 */
public final class TimedIds {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();
  private static final int BITS_AFTER_TIME = 16;

  private TimedIds() {}

  /**
   * A new id of that millisecond; of two made for the same one right after each other, a higher.
   */
  public static UUID at(Instant instant) {
    return IDS.construct(instant.toEpochMilli());
  }

  /** No id of the instant's millisecond or of a later one is lower. */
  public static UUID lowestAt(Instant instant) {
    return new UUID(Math.max(0, instant.toEpochMilli()) << BITS_AFTER_TIME, 0);
  }
}
