package dev.timbre.platform.control;

import dev.timbre.platform.entity.IdempotencyKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets idempotency keys that nobody will repeat any more. */
@Singleton
@PermitAll
public class IdempotencyCleanup {

  /** How long a repeat is recognised. */
  static final Duration KEPT = Duration.ofDays(7);

  @Inject IdempotencyKeys keys;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "17", persistent = false)
  void forgetOldKeys() {
    keys.forgetBefore(clock.instant().minus(KEPT));
  }
}
