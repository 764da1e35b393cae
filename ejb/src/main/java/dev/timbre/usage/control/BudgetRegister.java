package dev.timbre.usage.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Clients;
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
import dev.timbre.usage.entity.BudgetMonth;
import dev.timbre.usage.entity.Budgets;
import dev.timbre.usage.entity.Usage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Keeps the budgets and shows what was consumed. */
@Stateless
@RolesAllowed({"admin", "auditor", "administration", "usage:read"})
public class BudgetRegister {

  @Inject Budgets budgets;
  @Inject Clients clients;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * @throws Conflict when the client has a budget already
   */
  @Audited(AuditAction.BUDGET_SET)
  @RolesAllowed({"admin", "administration"})
  public UUID create(UUID clientId, Money monthlyLimit) {
    return idempotency.once(
        () -> {
          clients.get(clientId);
          if (budgets.findOfClient(clientId).isPresent()) {
            throw new Conflict("budget-exists", "The client has a budget; change that one.");
          }
          Budget budget = new Budget(clock.instant(), clientId, monthlyLimit);
          budgets.add(budget);
          trail.done(
              AuditAction.BUDGET_SET,
              budget.getId(),
              Change.to("client", clientId),
              Change.to("limit", monthlyLimit));
          return budget.getId();
        });
  }

  @Audited(AuditAction.BUDGET_SET)
  @RolesAllowed({"admin", "administration"})
  public Budget limitTo(UUID id, Long version, Money monthlyLimit) {
    Budget budget = VersionCheck.of(budgets.get(id), version);
    Money before = budget.getLimit();
    budget.limitTo(monthlyLimit);
    trail.done(AuditAction.BUDGET_SET, id, Change.of("limit", before, monthlyLimit));
    return budget;
  }

  public Budget get(UUID id) {
    Budget budget = budgets.get(id);
    requireOwn(budget.getClientId());
    return budget;
  }

  public Optional<Budget> findOfClient(UUID clientId) {
    requireOwn(clientId);
    return budgets.findOfClient(clientId);
  }

  @RolesAllowed({"admin", "auditor", "administration"})
  public Page<Budget> page(PageRequest request) {
    return budgets.page(request);
  }

  /** How a budget stands in the current month (UTC). */
  public BudgetMonth thisMonth(Budget budget) {
    requireOwn(budget.getClientId());
    return budgets.monthOf(budget, YearMonth.now(clock.withZone(ZoneOffset.UTC)));
  }

  /** What was consumed, newest first; a client sees only its own. */
  public Page<Usage> usage(UUID clientId, UUID voiceId, PageRequest request) {
    UUID visible = isClient() ? access.actor().id() : clientId;
    return budgets.usage(visible, voiceId, request);
  }

  private void requireOwn(UUID clientId) {
    if (access.isForeignTo(clientId)) {
      throw new NotAllowed("budget-not-yours", "A client sees its own budget only.");
    }
  }

  private boolean isClient() {
    return access.actor().kind() == ActorKind.CLIENT;
  }
}
