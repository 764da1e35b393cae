package dev.timbre.usage.faces;

import dev.timbre.access.control.ClientRegister;
import dev.timbre.access.entity.Client;
import dev.timbre.access.faces.Names;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.usage.control.BudgetRegister;
import dev.timbre.usage.entity.Budget;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts together what pages show of budgets. */
@Named("budgetViews")
@RequestScoped
public class BudgetViews {

  @Inject BudgetRegister register;
  @Inject ClientRegister clients;
  @Inject Names names;
  @Inject Clock clock;

  private final Map<UUID, BudgetView> shown = new HashMap<>();

  /** Read once while a page is shown. */
  public BudgetView of(Budget budget) {
    return shown.computeIfAbsent(budget.getId(), id -> read(budget));
  }

  BudgetView read(Budget budget) {
    return new BudgetView(
        budget,
        register.standing(budget),
        register.forecast(budget).orElse(null),
        budget.getOwner().brandId() == null
            ? names.client(budget.getOwner().clientId())
            : names.brand(budget.getOwner().brandId()));
  }

  /** The month that it is in the budget's zone. */
  YearMonth monthOf(Budget budget) {
    return YearMonth.from(clock.instant().atZone(budget.getZone()));
  }

  /** To choose an owner from. */
  public List<Client> getClients() {
    return clients.page(PageRequest.first(PageRequest.MAX_LIMIT)).items();
  }
}
