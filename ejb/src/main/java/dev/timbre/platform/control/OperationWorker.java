package dev.timbre.platform.control;

import dev.timbre.platform.entity.Operation;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Looks for due work once a second on every node and runs it on the server's threads. Which node
 * gets a piece is settled by the database, so nodes need not know each other.
 */
@Singleton
@Startup
@PermitAll
public class OperationWorker {

  private static final System.Logger LOG = System.getLogger(OperationWorker.class.getName());

  /** Pieces that run at once on one node; each mostly waits for a provider. */
  private static final int PARALLEL = 4;

  private final Semaphore slots = new Semaphore(PARALLEL);

  @Inject OperationQueue queue;
  @Inject OperationRun run;
  @Inject RunningWork running;
  @Resource ManagedExecutorService executor;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void takeDueWork() {
    renewLeases();
    while (slots.tryAcquire()) {
      Optional<Operation> due = leaseOrEmpty();
      if (due.isEmpty()) {
        slots.release();
        return;
      }
      start(due.get());
    }
  }

  private void renewLeases() {
    try {
      running.renew();
    } catch (RuntimeException e) {
      // the database may be gone for a while; the next second tries again
      LOG.log(System.Logger.Level.WARNING, "No lease can be renewed: {0}", e.toString());
    }
  }

  private Optional<Operation> leaseOrEmpty() {
    try {
      return queue.lease();
    } catch (RuntimeException e) {
      // the database may be gone for a while; the next second tries again
      LOG.log(System.Logger.Level.WARNING, "No work can be taken: {0}", e.toString());
      return Optional.empty();
    }
  }

  private void start(Operation operation) {
    running.begun(operation);
    try {
      executor.execute(
          () -> {
            try {
              run.perform(operation);
            } finally {
              running.ended(operation);
              slots.release();
            }
          });
    } catch (RejectedExecutionException e) {
      running.ended(operation);
      slots.release();
      LOG.log(System.Logger.Level.WARNING, "The server takes no work now", e);
    }
  }
}
