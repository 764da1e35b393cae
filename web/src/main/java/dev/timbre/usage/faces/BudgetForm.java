package dev.timbre.usage.faces;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;
import dev.timbre.usage.control.BudgetRegister;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.BudgetPeriod;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is typed about a budget, before it is checked. */
public class BudgetForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID clientId;
  private UUID brandId;
  private BudgetPeriod period = BudgetPeriod.MONTH;
  private String zone = "UTC";
  private BigDecimal amount;
  private String currency = "CNY";
  private Long characters;
  private String alerts = "50, 80, 100";

  static BudgetForm of(Budget budget) {
    BudgetForm form = new BudgetForm();
    form.amount = new BigDecimal(budget.getLimit().toPlainString());
    form.currency = budget.getLimit().getCurrency();
    form.characters = budget.getCharacterLimit();
    form.alerts =
        budget.getAlerts().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return form;
  }

  Budget.Owner owner() {
    return new Budget.Owner(clientId, brandId);
  }

  BudgetRegister.Limits limits() {
    return new BudgetRegister.Limits(Money.of(amount, currency), characters, percents());
  }

  private Set<Integer> percents() {
    try {
      return Arrays.stream(alerts == null ? new String[0] : alerts.split("[\\s,;%、，]+", -1))
          .filter(text -> !text.isEmpty())
          .map(Integer::valueOf)
          .collect(Collectors.toSet());
    } catch (NumberFormatException e) {
      throw new Invalid("budget-alerts", "alerts must be percentages, separated by commas.");
    }
  }

  public UUID getClientId() {
    return clientId;
  }

  public void setClientId(UUID clientId) {
    this.clientId = clientId;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  public BudgetPeriod getPeriod() {
    return period;
  }

  public void setPeriod(BudgetPeriod period) {
    this.period = period;
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
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

  public Long getCharacters() {
    return characters;
  }

  public void setCharacters(Long characters) {
    this.characters = characters;
  }

  public String getAlerts() {
    return alerts;
  }

  public void setAlerts(String alerts) {
    this.alerts = alerts;
  }
}
