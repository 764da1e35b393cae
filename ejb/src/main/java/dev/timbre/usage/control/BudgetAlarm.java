package dev.timbre.usage.control;

import dev.timbre.usage.entity.BudgetAlerts;
import dev.timbre.usage.entity.BudgetExhausted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells people that a budget has passed a threshold: each threshold once in a period. The hundredth
 * percent also counts as passed when a call was refused for want of money. Called outside of any
 * transaction.
 */
@ApplicationScoped
public class BudgetAlarm {

  private static final int MOST_REMEMBERED = 10_000;

  @Inject BudgetNews news;
  @Inject Clock clock;

  /**
   * What this node has announced today of each period, so that a crowd of refused callers does not
   * keep the database busy. That each occasion is announced once, the database sees to.
   */
  private final Set<String> announced = ConcurrentHashMap.newKeySet();

  /** A budget has spent more than the thresholds that were announced. */
  void passed(BudgetAlerts.Passed passed) {
    news.passed(passed);
  }

  /** A call was refused because a budget had too little left. */
  public void refused(BudgetExhausted refusal) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String occasion = refusal.budgetId() + ":" + refusal.period() + ":" + today;
    if (announced.contains(occasion)) {
      return;
    }
    news.refused(refusal.budgetId(), refusal.period());
    if (announced.size() >= MOST_REMEMBERED) {
      announced.clear();
    }
    announced.add(occasion);
  }
}
