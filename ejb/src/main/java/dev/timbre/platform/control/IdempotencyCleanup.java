package dev.timbre.platform.control;

import dev.timbre.platform.entity.IdempotencyKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets idempotency keys that nobody will repeat any more. Whoever must still recognise one of
 * them keeps it when it hears of {@link OldKeys}, in the same transaction.
 */
@Singleton
@PermitAll
public class IdempotencyCleanup {

  /** How long a repeat is recognised. */
  static final Duration KEPT = Duration.ofDays(7);

  @Inject IdempotencyKeys keys;
  @Inject Event<OldKeys> news;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "17", persistent = false)
  void forgetOldKeys() {
    Instant before = clock.instant().minus(KEPT);
    news.fire(new OldKeys(before));
    keys.forgetBefore(before);
  }
}
