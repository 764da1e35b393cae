package dev.timbre.audit.control;

import dev.timbre.platform.error.Unavailable;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets so many use cases into their transactions at a time that one which is refused finds a second
 * connection, to write the refusal with. Without that, a crowd that is refused at once would hold
 * every connection of the pool, and wait for another one until it gives up.
 */
@ApplicationScoped
class RefusalRoom {

  private static final Object INSIDE = RefusalRoom.class;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  private final Semaphore places;
  private final long patience;

  protected RefusalRoom() {
    this(2, 0);
  }

  @Inject
  RefusalRoom(
      @ConfigProperty(name = "timbre.db.pool.max", defaultValue = "20") int connections,
      @ConfigProperty(name = "timbre.db.pool.wait", defaultValue = "5000") long patience) {
    this.places = new Semaphore(Math.max(1, connections / 2));
    this.patience = patience;
  }

  /**
   * Takes a place for the transaction under way, where it has none yet.
   *
   * @return whether a place was taken, which must be left again
   * @throws Unavailable when none becomes free in time
   */
  boolean enter() {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE
        || transactions.getResource(INSIDE) != null) {
      return false;
    }
    if (!taken()) {
      throw new Unavailable(
          "server-busy", "Too many changes are being made at this moment; try again soon.");
    }
    transactions.putResource(INSIDE, Boolean.TRUE);
    return true;
  }

  void leave() {
    places.release();
  }

  private boolean taken() {
    try {
      return places.tryAcquire(patience, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
