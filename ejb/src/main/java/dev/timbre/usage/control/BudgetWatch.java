package dev.timbre.usage.control;

import dev.timbre.usage.entity.BudgetAlerts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Looks for budgets that have passed a threshold. Off the way of every speech, because news may be
 * late by seconds; several nodes may look at once, since each threshold is claimed.
 */
@Singleton
@PermitAll
public class BudgetWatch {

  private static final int AT_ONCE = 200;

  @Inject BudgetAlerts alerts;
  @Inject BudgetAlarm alarm;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void look() {
    alerts.passed(clock.instant(), AT_ONCE).forEach(alarm::passed);
  }
}
