package dev.timbre.platform.control;

import dev.timbre.platform.entity.Operation;
import dev.timbre.platform.entity.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes work in the transaction that wants it, and hands it out under a lease. */
@ApplicationScoped
public class OperationQueue {

  @Inject Operations operations;
  @Inject Clock clock;

  /** The work of a crashed node waits this long at most; what runs keeps its lease by renewal. */
  @Inject
  @ConfigProperty(name = "timbre.platform.operation-lease", defaultValue = "PT5M")
  Duration lease;

  @Transactional(Transactional.TxType.MANDATORY)
  public UUID enqueue(String kind, UUID subjectId) {
    Operation operation = new Operation(kind, subjectId, clock.instant());
    operations.add(operation);
    return operation.getId();
  }

  /** The newest work of a kind on a subject goes on now, if it waits. Whether it does. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean hasten(String kind, UUID subjectId) {
    return operations
        .findLatest(kind, subjectId)
        .filter(operation -> operation.hasten(clock.instant()))
        .isPresent();
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<Operation> lease() {
    return operations.leaseDue(clock.instant(), lease);
  }

  /** Work that is still under way stays with whoever does it. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void renew(Collection<Operation> leased) {
    Instant until = clock.instant().plus(lease);
    leased.forEach(work -> operations.renewLease(work.getId(), work.getAttempts(), until));
  }

  /** How often leases are renewed, so that one that is late does no harm. */
  public Duration renewal() {
    return lease.dividedBy(3);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void finish(Operation leased, OperationHandler.Progress progress) {
    Operation operation = operations.get(leased.getId());
    if (operation.getAttempts() != leased.getAttempts()) {
      return; // the lease ran out and somebody else has it now
    }
    if (progress.again() != null) {
      operation.postpone(progress.again(), progress.detail());
    } else if (progress.failed()) {
      operation.fail(clock.instant(), progress.detail());
    } else {
      operation.succeed(clock.instant(), progress.detail());
    }
  }
}
