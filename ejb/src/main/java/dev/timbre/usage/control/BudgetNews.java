package dev.timbre.usage.control;

import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Clients;
import dev.timbre.notice.control.NoticeBoard;
import dev.timbre.notice.entity.NoticeKind;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.BudgetAlerts;
import dev.timbre.usage.entity.BudgetStanding;
import dev.timbre.usage.entity.Budgets;
import dev.timbre.usage.entity.Spending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Announces what became of a budget, each announcement in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class BudgetNews {

  private static final int ALL = 100;

  @Inject Budgets budgets;
  @Inject BudgetAlerts alerts;
  @Inject Spending spending;
  @Inject Clients clients;
  @Inject Brands brands;
  @Inject NoticeBoard notices;
  @Inject Clock clock;

  /** A budget has spent more than the thresholds that were announced. */
  public void passed(BudgetAlerts.Passed passed) {
    if (alerts.claim(passed)) {
      Budget budget = budgets.get(passed.budgetId());
      budget.getAlerts().stream()
          .filter(threshold -> threshold > passed.from() && threshold <= passed.until())
          .forEach(threshold -> announce(budget, passed.period(), threshold));
    }
  }

  /** A call was refused because a budget had too little left. */
  public void refused(UUID budgetId, String period) {
    Budget budget = budgets.get(budgetId);
    if (budget.getAlerts().contains(ALL)) {
      announce(budget, period, ALL);
    }
  }

  private void announce(Budget budget, String period, int threshold) {
    BudgetStanding standing = budgets.standingOf(budget, period);
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", ownerName(budget.getOwner()));
    values.put("period", period);
    values.put("percent", Integer.toString(threshold));
    values.put("limit", standing.limit().toString());
    values.put("spent", standing.spent().toString());
    values.put("held", standing.held().toString());
    spending
        .forecast(budget, clock.instant())
        .ifPresent(money -> values.put("forecast", money.toString()));
    notices.announce(
        "budget:" + budget.getId() + ":" + period + ":" + threshold,
        NoticeKind.BUDGET_THRESHOLD,
        budget.getOwner().brandId(),
        budget.getId(),
        values);
  }

  private String ownerName(Budget.Owner owner) {
    return owner.brandId() == null
        ? clients.get(owner.clientId()).getName()
        : brands.get(owner.brandId()).getName();
  }
}
