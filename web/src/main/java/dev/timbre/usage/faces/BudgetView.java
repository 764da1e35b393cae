package dev.timbre.usage.faces;

import dev.timbre.platform.entity.Money;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.BudgetPeriod;
import dev.timbre.usage.entity.BudgetStanding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A budget as a page shows it: whose it is, how it stands, where it goes. */
public final class BudgetView {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int NEAR = 80;

  private final Budget budget;
  private final BudgetStanding standing;
  private final Money forecast;
  private final String owner;

  /**
   * @param forecast null where there is none
   */
  BudgetView(Budget budget, BudgetStanding standing, Money forecast, String owner) {
    this.budget = budget;
    this.standing = standing;
    this.forecast = forecast;
    this.owner = owner;
  }

  /** The share of the limit that is spent, 0 to 100, for a bar. */
  public int getSpentWidth() {
    return Math.min(100, standing.spentPercent());
  }

  /** The share of the limit that is held, as far as there is room beside what is spent. */
  public int getHeldWidth() {
    return Math.min(share(standing.held()), 100 - getSpentWidth());
  }

  /** LIVE, SUBMITTED or REJECTED, which is how states are coloured. */
  public String getColour() {
    if (getSpentPercent() >= 100) {
      return "REJECTED";
    }
    return getSpentPercent() >= NEAR || isForecastAbove() ? "SUBMITTED" : "LIVE";
  }

  /** Whether the month will cost more than it may. */
  public boolean isForecastAbove() {
    return forecast != null && forecast.compareTo(standing.limit()) > 0;
  }

  private int share(Money part) {
    BigDecimal limit = standing.limit().getAmount();
    if (limit.signum() == 0) {
      return part.getAmount().signum() == 0 ? 0 : 100;
    }
    return part.getAmount()
        .multiply(HUNDRED)
        .divide(limit, 0, RoundingMode.CEILING)
        .min(HUNDRED)
        .intValue();
  }

  public int getSpentPercent() {
    return standing.spentPercent();
  }

  public boolean isMonthly() {
    return budget.getPeriod() == BudgetPeriod.MONTH;
  }

  public Budget getBudget() {
    return budget;
  }

  public BudgetStanding getStanding() {
    return standing;
  }

  public Money getForecast() {
    return forecast;
  }

  public String getOwner() {
    return owner;
  }
}
