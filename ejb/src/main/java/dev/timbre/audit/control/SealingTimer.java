package dev.timbre.audit.control;

import dev.timbre.audit.entity.TreeAltered;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Seals the log each second; every node tries, and a lock in the database lets one of them. */
@Singleton
@Startup
@PermitAll
public class SealingTimer {

  private static final System.Logger LOG = System.getLogger(SealingTimer.class.getName());

  /** After which the timer gives others the lock; the next second goes on. */
  private static final int BATCHES = 20;

  /** Seconds after which the news of an altered log is repeated while it lasts. */
  private static final int REPEATED = 60;

  @Inject Sealer sealer;
  @Inject AuditRetirement retirement;
  @Inject SignerConfig config;
  @Inject Event<LogAltered> news;

  private boolean introduced;
  private String trouble;
  private int lasting;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void seal() {
    try {
      if (!introduced) {
        sealer.introduceKey();
        introduced = true;
      }
      int batches = 0;
      while (batches < BATCHES && sealer.sealBatch().isPresent()) {
        batches++;
      }
      trouble = null;
    } catch (RuntimeException e) {
      report(root(e));
    }
  }

  private void report(Throwable cause) {
    if (!cause.toString().equals(trouble)) {
      trouble = cause.toString();
      lasting = 0;
      System.Logger.Level level =
          cause instanceof TreeAltered ? System.Logger.Level.ERROR : System.Logger.Level.WARNING;
      // once, not each second that it lasts
      LOG.log(level, "The log cannot be sealed: {0}", trouble);
    }
    if (cause instanceof TreeAltered altered && lasting++ % REPEATED == 0) {
      news.fire(new LogAltered(config.origin(), altered.signed(), altered.stored()));
    }
  }

  @Schedule(hour = "3", minute = "41", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void findForgotten() {
    int forgotten = sealer.requeueForgotten();
    if (forgotten > 0) {
      LOG.log(
          System.Logger.Level.ERROR,
          "{0} audit entries had no position and no place in line: somebody took it from them."
              + " They are sealed now.",
          forgotten);
    }
  }

  @Schedule(hour = "4", minute = "7", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void retire() {
    while (retirement.retireSome().isPresent()) {
      LOG.log(System.Logger.Level.INFO, "Entries beyond their retention were removed");
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof TreeAltered)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
