package dev.timbre.usage.entity;

import dev.timbre.platform.error.LimitExceeded;
import java.time.Instant;
import java.util.UUID;

/** One of the budgets that apply has too little left. */
public class BudgetExhausted extends LimitExceeded {

  private static final long serialVersionUID = 1L;

  private final UUID budgetId;
  private final String period;
  private final String discreet;

  BudgetExhausted(Budget budget, BudgetStanding standing, Cost wanted, Instant now) {
    super(
        "budget-exhausted",
        message(budget, standing, wanted),
        budget.getPeriod().untilNext(now, budget.getZone()));
    this.budgetId = budget.getId();
    this.period = standing.period();
    this.discreet = budget.getOwner().brandId() == null ? null : discreet(budget);
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

  private static String discreet(Budget budget) {
    boolean monthly = budget.getPeriod() == BudgetPeriod.MONTH;
    return "The brand's "
        + (monthly ? "monthly" : "total")
        + " budget has too little left for this; an administrator can raise it"
        + (monthly ? ", or wait for the next month (" + budget.getZone() + ")." : ".");
  }

  /**
   * The same refusal for clients, which see no budget but their own: whose money is missing, and
   * not how much there is.
   */
  public LimitExceeded forClients() {
    return discreet == null ? this : new LimitExceeded(code(), discreet, retryAfter());
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
