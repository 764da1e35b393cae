package dev.timbre.usage.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.ActorKind;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.BudgetPeriod;
import dev.timbre.usage.entity.BudgetStanding;
import dev.timbre.usage.entity.Budgets;
import dev.timbre.usage.entity.DaySpent;
import dev.timbre.usage.entity.Spending;
import dev.timbre.usage.entity.Usage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps the budgets and shows what was consumed. */
@Stateless
@RolesAllowed({"admin", "auditor", "administration", "usage:read"})
public class BudgetRegister {

  @Inject Budgets budgets;
  @Inject Spending spending;
  @Inject Clients clients;
  @Inject Brands brands;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * How much may be spent.
   *
   * @param characters most billed characters; null for any number
   * @param charactersStay whether their present limit stays, whatever is said of it here
   * @param alerts percentages at which somebody is told; null for the usual or present ones
   */
  public record Limits(Money money, Long characters, boolean charactersStay, Set<Integer> alerts) {

    public Limits(Money money, Long characters, Set<Integer> alerts) {
      this(money, characters, false, alerts);
    }

    void onto(Budget budget) {
      budget.limitTo(money, charactersStay ? budget.getCharacterLimit() : characters);
      if (alerts != null) {
        budget.alertAt(alerts);
      }
    }
  }

  /**
   * @param zone the time zone whose months count; null for UTC
   * @throws Conflict when the owner has a budget of that period already
   */
  @Audited(AuditAction.BUDGET_SET)
  @RolesAllowed({"admin", "administration"})
  public UUID create(Budget.Owner owner, BudgetPeriod period, String zone, Limits limits) {
    return idempotency.once(
        () -> {
          Budget budget =
              new Budget(clock.instant(), owner, period, zone, limits.money(), limits.characters());
          limits.onto(budget);
          requireKnown(owner);
          if (budgets.find(owner, period).isPresent()) {
            throw new Conflict(
                "budget-exists", "There is a budget of that period already; change that one.");
          }
          budgets.add(budget);
          trail.done(
              AuditAction.BUDGET_SET,
              budget.getId(),
              Change.to("client", owner.clientId()),
              Change.to("brand", owner.brandId()),
              Change.to("period", period),
              Change.to("limit", budget.getLimit()),
              Change.to("characters", budget.getCharacterLimit()));
          return budget.getId();
        });
  }

  private void requireKnown(Budget.Owner owner) {
    if (owner.clientId() != null) {
      clients.get(owner.clientId());
    } else {
      brands.get(owner.brandId());
    }
  }

  @Audited(AuditAction.BUDGET_SET)
  @RolesAllowed({"admin", "administration"})
  public Budget limitTo(UUID id, Long version, Limits limits) {
    Budget budget = VersionCheck.of(budgets.get(id), version);
    Money before = budget.getLimit();
    Long charactersBefore = budget.getCharacterLimit();
    Set<Integer> alertsBefore = budget.getAlerts();
    limits.onto(budget);
    trail.done(
        AuditAction.BUDGET_SET,
        id,
        Change.of("limit", before, budget.getLimit()),
        Change.of("characters", charactersBefore, budget.getCharacterLimit()),
        Change.of("alerts", alertsBefore, budget.getAlerts()));
    return budget;
  }

  public Budget get(UUID id) {
    Budget budget = budgets.get(id);
    requireOwn(budget.getOwner());
    return budget;
  }

  public Optional<Budget> find(Budget.Owner owner, BudgetPeriod period) {
    requireOwn(owner);
    return budgets.find(owner, period);
  }

  /**
   * All budgets, of which a client sees only its own, and an auditor of some brands those of the
   * brands and of clients that use no other.
   */
  public Page<Budget> page(Budget.Owner owner, PageRequest request) {
    Budget.Owner wanted =
        owner == null && isClient() ? Budget.Owner.client(access.actor().id()) : owner;
    requireOwn(wanted);
    return budgets.page(wanted == null ? owners().orElse(null) : null, wanted, request);
  }

  /** The ids of brands and clients whose budgets a person may see; empty for all. */
  private Optional<Set<UUID>> owners() {
    return audited()
        .map(
            brandIds -> {
              Set<UUID> ids = new HashSet<>(brandIds);
              clients.within(brandIds).forEach(client -> ids.add(client.getId()));
              return ids;
            });
  }

  /** The brands that a person watches over; empty for all, and for clients. */
  private Optional<Set<UUID>> audited() {
    return isClient() ? Optional.empty() : access.brandsAs(Role.AUDITOR, Role.ADMIN);
  }

  /** How a budget stands in the current period. */
  public BudgetStanding standing(Budget budget) {
    requireOwn(budget.getOwner());
    return budgets.standingOf(budget, budget.periodAt(clock.instant()));
  }

  /** What the current month will have cost at its end; empty for a budget without months. */
  public Optional<Money> forecast(Budget budget) {
    requireOwn(budget.getOwner());
    return spending.forecast(budget, clock.instant());
  }

  /** What was booked on each day of a month of the budget's time zone that saw any booking. */
  public List<DaySpent> byDay(Budget budget, YearMonth month) {
    requireOwn(budget.getOwner());
    return spending.byDay(budget, month.atDay(1), month.plusMonths(1).atDay(1));
  }

  /** What was consumed, newest first; a client sees only its own, people that of their brands. */
  public Page<Usage> usage(UUID clientId, UUID voiceId, PageRequest request) {
    return isClient()
        ? budgets.usage(null, access.actor().id(), voiceId, request)
        : budgets.usage(access.visibleBrands().orElse(null), clientId, voiceId, request);
  }

  private void requireOwn(Budget.Owner owner) {
    if (access.isForeignTo(owner == null ? null : owner.clientId())) {
      throw new NotAllowed("budget-not-yours", "A client sees its own budget only.");
    }
    if (owner == null || isClient()) {
      return;
    }
    if (owner.brandId() != null) {
      access.requireBrand(owner.brandId(), Role.AUDITOR, Role.ADMIN);
    } else if (!isWithinAudited(clients.get(owner.clientId()))) {
      access.requireWholeCompany();
    }
  }

  private boolean isWithinAudited(Client client) {
    return audited().map(client::isWithin).orElse(true);
  }

  private boolean isClient() {
    return access.actor().kind() == ActorKind.CLIENT;
  }
}
