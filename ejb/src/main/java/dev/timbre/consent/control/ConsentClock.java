package dev.timbre.consent.control;

import dev.timbre.consent.entity.Captures;
import dev.timbre.consent.entity.Consents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Notes what time alone brings about: consents whose validity ends, questions nobody answered, data
 * kept long enough. Several nodes may do it at once: each step looks again under a lock.
 */
@Singleton
@PermitAll
public class ConsentClock {

  private static final System.Logger LOG = System.getLogger(ConsentClock.class.getName());
  private static final int AT_ONCE = 100;

  @Inject Consents consents;
  @Inject Captures captures;
  @Inject ConsentEnding ending;
  @Inject CaptureDesk desk;
  @Inject ExpiryNews news;
  @Inject Retention retention;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void noteEnds() {
    Instant now = clock.instant();
    each(consents.ended(now, AT_ONCE), ending::expire);
    each(captures.overdue(now, AT_ONCE), desk::expire);
  }

  @Schedule(hour = "*", minute = "*/5", second = "40", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void remind() {
    // page by page, so that those of whom everybody knows hold up nobody behind them
    List<UUID> due = news.due(null, AT_ONCE);
    while (!due.isEmpty()) {
      each(due, news::announce);
      due = news.due(due.get(due.size() - 1), AT_ONCE);
    }
  }

  @Schedule(hour = "3", minute = "41", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void forget() {
    // as above, though those who must stay come back night after night
    List<UUID> due = retention.due(null, AT_ONCE);
    while (!due.isEmpty()) {
      each(due, retention::erase);
      due = retention.due(due.get(due.size() - 1), AT_ONCE);
    }
  }

  /** One that fails does not keep the others. */
  private static void each(List<UUID> ids, Consumer<UUID> step) {
    for (UUID id : ids) {
      try {
        step.accept(id);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "Left for the next time: " + id, e);
      }
    }
  }
}
