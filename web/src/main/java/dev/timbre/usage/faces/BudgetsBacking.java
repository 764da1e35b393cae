package dev.timbre.usage.faces;

import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import dev.timbre.usage.control.BudgetRegister;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.BudgetPeriod;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** All budgets with what is spent of them, and the form that adds one. */
@Named("budgetsPage")
@ViewScoped
public class BudgetsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject BudgetRegister register;
  @Inject Notices notices;

  private MoreRows<Budget> rows;
  private final BudgetForm form = new BudgetForm();

  @PostConstruct
  void begin() {
    rows = new MoreRows<>(request -> register.page(null, request));
  }

  public String create() {
    UUID id = register.create(form.owner(), form.getPeriod(), form.getZone(), form.limits());
    notices.done("budget.done");
    return "/budget.xhtml?faces-redirect=true&id=" + id;
  }

  public BudgetPeriod[] getPeriods() {
    return BudgetPeriod.values();
  }

  public MoreRows<Budget> getRows() {
    return rows;
  }

  public BudgetForm getForm() {
    return form;
  }
}
