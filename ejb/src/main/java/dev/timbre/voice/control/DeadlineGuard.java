package dev.timbre.voice.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Watches the deadlines of clones that nobody has used, on every node. Several nodes may look at
 * once: a clone's row lets one of them act, and what it announced is announced for all.
 */
@Singleton
@PermitAll
public class DeadlineGuard {

  private static final System.Logger LOG = System.getLogger(DeadlineGuard.class.getName());

  @Inject DeadlineRounds rounds;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void look() {
    try {
      rounds.due().forEach(this::attend);
    } catch (RuntimeException e) {
      // the database may be gone for a while; the next round finds what this one missed
      LOG.log(System.Logger.Level.WARNING, "The deadlines were not looked at: {0}", e.toString());
    }
  }

  /** What fails for one clone must not keep the others from being attended to. */
  private void attend(UUID cloneId) {
    try {
      rounds.attend(cloneId);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "Deadline of clone " + cloneId, e);
    }
  }
}
