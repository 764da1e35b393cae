package dev.timbre.speech.control.drift;

import dev.timbre.platform.control.OperationQueue;
import dev.timbre.speech.entity.Drifts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Orders checks that are due, once on however many nodes: whoever holds the watch's row moves its
 * next date in the transaction that orders the check. Weeks that the servers slept through are
 * checked once, not once each.
 */
@Singleton
@PermitAll
public class DriftSentinel {

  private static final int AT_ONCE = 100;

  @Inject Drifts drifts;
  @Inject OperationQueue queue;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void orderDue() {
    Instant now = clock.instant();
    drifts.voicesDue(now, AT_ONCE).forEach(voice -> order(voice, now));
  }

  private void order(UUID voiceId, Instant now) {
    drifts
        .findWatchForChange(voiceId)
        .filter(watch -> watch.isDue(now))
        .ifPresent(
            watch -> {
              watch.ordered(now);
              queue.enqueue(DriftCheckWork.KIND, voiceId);
            });
  }
}
