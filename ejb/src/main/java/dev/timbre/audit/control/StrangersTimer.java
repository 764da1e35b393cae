package dev.timbre.audit.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Writes down how often strangers were refused in the minutes that are over, on each node. */
@Singleton
@Startup
@PermitAll
public class StrangersTimer {

  private static final System.Logger LOG = System.getLogger(StrangersTimer.class.getName());

  @Inject StrangersRefused strangers;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void sum() {
    for (StrangersRefused.Sum sum : strangers.finished(clock.instant())) {
      try {
        trail.summed(sum.attempt(), sum.further());
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.ERROR,
            "{0} further attempts ({1}) could not be written to the audit log",
            sum.further(),
            sum.attempt().reason());
      }
    }
  }
}
