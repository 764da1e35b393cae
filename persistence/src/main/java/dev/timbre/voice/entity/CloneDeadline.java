package dev.timbre.voice.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when an unused clone can be counted on. The provider deletes a clone that no real synthesis
 * used within seven days of its creation (MiniMax API reference, voice clone), and tells neither
 * the time of creation nor of deletion. So the deadline counts from the first send on our own
 * clock, which is never later than the creation, and ends a margin earlier.
 */
public final class CloneDeadline {

  /** Life of an unused clone at the provider. */
  public static final Duration LIFE = Duration.ofHours(168);

  /** Kept free for clocks that disagree and for a person who decides at the last moment. */
  public static final Duration MARGIN = Duration.ofHours(1);

  private CloneDeadline() {}

  /** The last instant at which a first speech is sure to find the clone. */
  public static Instant of(Instant firstSend) {
    return firstSend.plus(LIFE).minus(MARGIN);
  }

  /**
   * Whether a first speech is no longer sure to find the clone, though the provider may still have
   * it.
   *
   * @param deadline null before the first send
   */
  public static boolean isOver(Instant deadline, Instant now) {
    return deadline != null && !now.isBefore(deadline);
  }

  /**
   * Whether the provider has surely deleted the clone, if nothing used it. Any send may be the one
   * that made it, so this counts from the last one, and a margin later.
   */
  static boolean hasSurelyLapsed(Instant lastSend, Instant now) {
    return lastSend.isBefore(lapsedIfSentBefore(now));
  }

  /** What was last sent before this instant, and never used, the provider has surely deleted. */
  static Instant lapsedIfSentBefore(Instant now) {
    return now.minus(LIFE).minus(MARGIN);
  }
}
