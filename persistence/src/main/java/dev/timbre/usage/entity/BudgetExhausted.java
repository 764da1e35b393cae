package dev.timbre.usage.entity;

import dev.timbre.platform.error.LimitExceeded;
import java.time.Instant;
import java.util.UUID;

/** One of the budgets that apply has too little left. */
public class BudgetExhausted extends LimitExceeded {

  private static final long serialVersionUID = 1L;

  private final UUID budgetId;
  private final String period;

  BudgetExhausted(Budget budget, BudgetStanding standing, Cost wanted, Instant now) {
    super(
        "budget-exhausted",
        message(budget, standing, wanted),
        budget.getPeriod().untilNext(now, budget.getZone()));
    this.budgetId = budget.getId();
    this.period = standing.period();
    if (inMoney(wanted, standing)) {
      about(wanted.money(), standing.available(), standing.limit());
    } else {
      about(wanted.characters(), standing.availableCharacters(), standing.characterLimit());
    }
  }

  private static boolean inMoney(Cost wanted, BudgetStanding standing) {
    return wanted.money().compareTo(standing.available()) > 0;
  }

  private static String message(Budget budget, BudgetStanding standing, Cost wanted) {
    boolean monthly = budget.getPeriod() == BudgetPeriod.MONTH;
    boolean money = inMoney(wanted, standing);
    return "This may cost up to "
        + (money ? wanted.money() : wanted.characters() + " characters")
        + " and "
        + (money ? standing.available() : standing.availableCharacters() + " characters")
        + " of the "
        + (budget.getOwner().brandId() == null ? "client's " : "brand's ")
        + (monthly ? "monthly " : "total ")
        + (money ? standing.limit() : standing.characterLimit() + " characters")
        + " are left; raise the budget"
        + (monthly ? " or wait for the next month (" + budget.getZone() + ")." : ".");
  }

  /** The budget that said no. */
  public UUID budgetId() {
    return budgetId;
  }

  /** Its period in which too little is left. */
  public String period() {
    return period;
  }
}
