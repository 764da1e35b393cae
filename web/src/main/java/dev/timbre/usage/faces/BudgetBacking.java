package dev.timbre.usage.faces;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.faces.Notices;
import dev.timbre.usage.control.BudgetRegister;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.BudgetPeriod;
import dev.timbre.usage.entity.BudgetStanding;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/** The monthly budget of a client: its limit, what is spent, what is held. */
@Named("budgetPage")
@ViewScoped
public class BudgetBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String USUAL_CURRENCY = "CNY";

  @Inject BudgetRegister register;
  @Inject Notices notices;

  private UUID clientId;
  private Budget budget;
  private BudgetStanding month;
  private BigDecimal amount;
  private String currency;

  public void open() {
    budget = register.find(Budget.Owner.client(clientId), BudgetPeriod.MONTH).orElse(null);
    month = budget == null ? null : register.standing(budget);
    amount = budget == null ? null : new BigDecimal(budget.getLimit().toPlainString());
    currency = budget == null ? USUAL_CURRENCY : budget.getLimit().getCurrency();
  }

  public void save() {
    Money limit = Money.of(amount, currency);
    if (budget == null) {
      register.create(
          Budget.Owner.client(clientId),
          BudgetPeriod.MONTH,
          null,
          new BudgetRegister.Limits(limit, null, null));
    } else {
      register.limitTo(
          budget.getId(), budget.getVersion(), new BudgetRegister.Limits(limit, null, true, null));
    }
    notices.done("budget.done");
    open();
  }

  /** The share of the limit that is spent, 0 to 100. */
  public int getSpentPercent() {
    return percent(month.spent());
  }

  /** The share of the limit that is held, 0 to 100. */
  public int getHeldPercent() {
    return Math.min(percent(month.held()), 100 - getSpentPercent());
  }

  private int percent(Money part) {
    BigDecimal limit = month.limit().getAmount();
    if (limit.signum() == 0) {
      return part.getAmount().signum() == 0 ? 0 : 100;
    }
    return part.getAmount()
        .multiply(HUNDRED)
        .divide(limit, RoundingMode.CEILING)
        .min(HUNDRED)
        .intValue();
  }

  public UUID getClientId() {
    return clientId;
  }

  public void setClientId(UUID clientId) {
    this.clientId = clientId;
  }

  public Budget getBudget() {
    return budget;
  }

  public BudgetStanding getMonth() {
    return month;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }
}
