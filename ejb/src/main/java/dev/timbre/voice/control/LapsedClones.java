package dev.timbre.voice.control;

import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes down that an unused clone is surely gone, since the provider never says so by itself.
 * Several nodes may do it at once: the row's lock lets one of them.
 */
@Singleton
@PermitAll
public class LapsedClones {

  private static final ProviderFault DEADLINE_PASSED =
      new ProviderFault(
          "deadline-passed",
          "Nothing was spoken with the clone before its deadline, so the provider deleted it.",
          null,
          "Order a new clone of the same recording.");

  private static final int AT_ONCE = 100;

  @Inject Clones clones;
  @Inject CloneUse use;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
  void markLapsed() {
    Instant now = clock.instant();
    for (UUID id : clones.surelyLapsed(now, AT_ONCE)) {
      if (isStillUnused(clones.getForChange(id), now)) {
        use.gone(id, DEADLINE_PASSED);
      }
    }
  }

  /** A bill or an answer that came late may have shown meanwhile that it is permanent. */
  private static boolean isStillUnused(Clone clone, Instant now) {
    return clone.getState() == CloneState.PROVISIONAL && clone.hasSurelyLapsed(now);
  }
}
