package dev.timbre.access.control;

import dev.timbre.access.entity.Sessions;
import dev.timbre.access.entity.SignInDelays;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets old sessions with the addresses they came from, and failures that count no more. */
@Singleton
@PermitAll
public class SessionCleanup {

  private static final Duration FAILURES_KEPT = Duration.ofDays(2);

  @Inject Sessions sessions;
  @Inject SignInDelays delays;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "23", persistent = false)
  void forget() {
    sessions.forgetBefore(clock.instant().minus(SignInGuard.KNOWN));
    delays.forgetBefore(clock.instant().minus(FAILURES_KEPT));
  }
}
