package dev.timbre.usage.faces;

import dev.timbre.platform.faces.Notices;
import dev.timbre.usage.control.BudgetRegister;
import dev.timbre.usage.entity.Budget;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.UUID;

/** One budget: how it stands, how its money goes by day, and its limits. */
@Named("budgetDetail")
@ViewScoped
public class BudgetDetailBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject BudgetRegister register;
  @Inject BudgetViews views;
  @Inject Notices notices;
  @Inject Clock clock;

  private UUID id;
  private String wanted;
  private YearMonth month;
  private Budget budget;
  private BudgetForm form;
  private transient BudgetView view;
  private transient DayChart chart;

  public void open() {
    budget = register.get(id);
    form = BudgetForm.of(budget);
    month = month();
    view = null;
    chart = null;
  }

  private YearMonth month() {
    try {
      return wanted == null ? thisMonth() : YearMonth.parse(wanted);
    } catch (DateTimeException e) {
      return thisMonth();
    }
  }

  private YearMonth thisMonth() {
    return YearMonth.from(clock.instant().atZone(budget.getZone()));
  }

  public void save() {
    register.limitTo(id, budget.getVersion(), form.limits());
    notices.done("budget.done");
    open();
  }

  public BudgetView getView() {
    if (view == null) {
      view = views.read(budget);
    }
    return view;
  }

  public DayChart getChart() {
    if (chart == null) {
      chart = new DayChart(month, register.byDay(budget, month));
    }
    return chart;
  }

  public String getPrevious() {
    return month.minusMonths(1).toString();
  }

  /** Null in the current month. */
  public String getNext() {
    return month.isBefore(thisMonth()) ? month.plusMonths(1).toString() : null;
  }

  public YearMonth getMonth() {
    return month;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public BudgetForm getForm() {
    return form;
  }
}
