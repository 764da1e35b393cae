package dev.timbre.voice.control.reconciliation;

import dev.timbre.platform.control.OperationQueue;
import dev.timbre.platform.entity.Operation;
import dev.timbre.platform.entity.Operations;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.voice.entity.Reconciliations;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Orders the nightly comparison of each account, once on however many nodes: whoever holds the
 * account's row looks whether it was ordered since it was due. A night that the servers slept
 * through is made up for when one of them wakes.
 */
@Singleton
@PermitAll
public class NightlyReconciliation {

  @Inject ProviderAccounts accounts;
  @Inject Reconciliations reconciliations;
  @Inject Operations operations;
  @Inject OperationQueue queue;
  @Inject ReconciliationConfig config;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void orderDue() {
    config
        .lastDue(clock.instant())
        .ifPresent(
            due ->
                accounts.all().stream()
                    .filter(account -> account.getCreatedAt().isBefore(due))
                    .map(ProviderAccount::getId)
                    .filter(account -> !isOrderedSince(account, due))
                    .forEach(account -> orderOnce(account, due)));
  }

  private void orderOnce(UUID accountId, Instant due) {
    reconciliations.lockAccount(accountId);
    if (!isOrderedSince(accountId, due)) {
      queue.enqueue(ReconciliationWork.KIND, accountId);
    }
  }

  private boolean isOrderedSince(UUID accountId, Instant due) {
    return operations
        .findLatest(ReconciliationWork.KIND, accountId)
        .map(Operation::getCreatedAt)
        .filter(ordered -> !ordered.isBefore(due))
        .isPresent();
  }
}
