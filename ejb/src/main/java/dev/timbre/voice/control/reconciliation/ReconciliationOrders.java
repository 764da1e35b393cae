package dev.timbre.voice.control.reconciliation;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.platform.entity.Operation;
import dev.timbre.platform.entity.Operations;
import dev.timbre.platform.error.NotFound;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.voice.entity.Reconciliation;
import dev.timbre.voice.entity.Reconciliations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Orders comparisons with accounts, and shows what the last one found. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "administration"})
public class ReconciliationOrders {

  @Inject ProviderAccounts accounts;
  @Inject Reconciliations reconciliations;
  @Inject Operations operations;
  @Inject OperationQueue queue;
  @Inject AuditTrail trail;

  /**
   * The operation to watch: a new one, or the one that is under way.
   *
   * @throws NotFound when there is no such account
   */
  @Audited(AuditAction.ACCOUNT_RECONCILE)
  @RolesAllowed({"admin", "administration"})
  public UUID order(UUID accountId) {
    ProviderAccount account = accounts.get(accountId);
    reconciliations.lockAccount(account.getId());
    Optional<Operation> running =
        operations
            .findLatest(ReconciliationWork.KIND, accountId)
            .filter(operation -> !operation.getState().isOver());
    if (running.isPresent()) {
      return running.get().getId();
    }
    trail.intended(AuditAction.ACCOUNT_RECONCILE, accountId);
    return queue.enqueue(ReconciliationWork.KIND, accountId);
  }

  public Optional<Reconciliation> findLatest(UUID accountId) {
    return reconciliations.findLatest(accounts.get(accountId).getId());
  }

  /** The comparison under way, if one is. */
  public Optional<Operation> findUnderWay(UUID accountId) {
    return operations
        .findLatest(ReconciliationWork.KIND, accountId)
        .filter(operation -> !operation.getState().isOver());
  }
}
