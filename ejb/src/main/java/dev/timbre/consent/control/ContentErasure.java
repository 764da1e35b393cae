package dev.timbre.consent.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Erasure;
import dev.timbre.consent.entity.ErasureCause;
import dev.timbre.consent.entity.Erasures;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Takes the contents of an erasure from the store, each in a transaction of its own. Doing it again
 * does no harm, so a crash at any point only delays it.
 */
@ApplicationScoped
class ContentErasure implements OperationHandler {

  static final String KIND = "content-erasure";

  @Inject Erasures erasures;
  @Inject OperationQueue queue;
  @Inject Steps steps;
  @Inject Clock clock;

  /** The operation to watch; it begins when the caller's transaction has committed. */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID order(Erasure erasure) {
    return queue.enqueue(KIND, erasure.getId());
  }

  /**
   * Bytes to which no row of the caller's refers once its transaction has committed. No row lets go
   * of them by name: what comes to refer to them again before they are taken keeps them.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void leftover(UUID talentId, String sha256) {
    Erasure erasure = new Erasure(clock.instant(), talentId, ErasureCause.LEFTOVER);
    erasures.add(erasure);
    erasures.release(erasure.getId(), erasure.getId(), sha256);
    order(erasure);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID erasureId, int attempt) {
    List<String> contents = erasures.contentsOf(erasureId);
    long gone = contents.stream().filter(steps::erase).count();
    steps.finish(erasureId, gone, contents.size() - gone);
    return Progress.done(
        gone + " files erased, " + (contents.size() - gone) + " kept because others need them.");
  }

  /** The transactions of it. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Steps {

    @Inject Erasures erasures;
    @Inject BlobStore store;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    public boolean erase(String sha256) {
      return store.erase(sha256, erasures.releasedBy(sha256));
    }

    public void finish(UUID erasureId, long gone, long kept) {
      Erasure erasure = erasures.get(erasureId);
      if (erasure.getFinishedAt() != null) {
        return;
      }
      erasure.finish(clock.instant());
      if (erasure.getCause() != ErasureCause.LEFTOVER) {
        trail.ended(
            AuditAction.TALENT_ERASE,
            erasure.getTalentId(),
            AuditOutcome.DONE,
            null,
            null,
            Change.to("erasure", erasureId),
            Change.to("filesErased", gone),
            Change.to("filesKept", kept));
      }
    }
  }
}
