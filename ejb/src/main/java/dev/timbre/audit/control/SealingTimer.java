package dev.timbre.audit.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Seals the log each second; every node tries, and a lock in the database lets one of them. */
@Singleton
@Startup
@PermitAll
public class SealingTimer {

  private static final System.Logger LOG = System.getLogger(SealingTimer.class.getName());

  /** After which the timer gives others the lock; the next second goes on. */
  private static final int BATCHES = 20;

  @Inject Sealer sealer;

  private boolean introduced;

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
    } catch (RuntimeException e) {
      // the database may be gone for a while; an altered tree says so until a person has looked
      LOG.log(System.Logger.Level.ERROR, "The log cannot be sealed: {0}", root(e));
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

  private static String root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
