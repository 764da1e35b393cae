package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Consents;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Clones that must go because nobody agrees to them any more. What is at a provider, or may be, is
 * deleted there; what was not sent yet never will be; what is being made is deleted once it is
 * there.
 */
@ApplicationScoped
public class OwedDeletions {

  private static final ProviderFault WITHDRAWN =
      new ProviderFault(
          "consent-withdrawn",
          "The talent withdrew their consent before anything was sent.",
          null,
          "Ask the talent for a new consent.");

  @Inject Consents consents;
  @Inject Clones clones;
  @Inject AcceptableClones acceptable;
  @Inject CloneDecisions decisions;
  @Inject OperationQueue queue;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** Whether nobody may use or keep the clone any more. */
  public boolean isOwed(Clone clone) {
    return consents.get(clone.getRevision().getConsentId()).isWithdrawn();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void orderAll(List<Clone> all) {
    // by id, as everybody locks several
    all.stream().map(Clone::getId).sorted().forEach(id -> order(clones.getForChange(id)));
  }

  /** For a clone that has just come to be. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void orderIfOwed(Clone clone) {
    if (isOwed(clone)) {
      order(clone);
    }
  }

  /**
   * It has ended here and its provider lists it, so it is there and is deleted (once more).
   *
   * @param clone with its row locked
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void orderListed(Clone clone) {
    CloneState before = clone.getState();
    clone.deleteListed();
    ordered(clone, before);
  }

  /**
   * An imported voice that nobody approved has no clone: what was found at the provider becomes
   * one, and goes as any other.
   *
   * @param voice with its row locked
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void orderImported(Voice voice) {
    Clone clone = new Clone(clock.instant(), voice.getRevision(), voice.getImportedFrom());
    clone.delete();
    clones.add(clone);
    trail.intended(
        AuditAction.CLONE_DELETE,
        clone.getId(),
        Change.to("voice", voice.getId()),
        Change.to("account", clone.getAccountId()),
        Change.to("importedVoiceId", clone.getProviderVoiceId()));
    queue.enqueue(CloneDeletionWork.KIND, clone.getId());
  }

  private void order(Clone clone) {
    CloneState before = clone.getState();
    if (clone.isUnsent()) {
      clone.fail(clock.instant(), WITHDRAWN);
      trail.ended(
          AuditAction.CLONE_SEND,
          clone.getId(),
          AuditOutcome.FAILED,
          WITHDRAWN.code(),
          null,
          Change.of("state", before, clone.getState()));
    } else if (clone.isDeletable()) {
      clone.delete();
      ordered(clone, before);
    }
    // otherwise it is being made: see orderIfOwed; or nothing of it can be left
  }

  private void ordered(Clone clone, CloneState before) {
    acceptable.decided(clone.getId());
    decisions.gone(clone.getId());
    trail.intended(
        AuditAction.CLONE_DELETE, clone.getId(), Change.of("state", before, clone.getState()));
    queue.enqueue(CloneDeletionWork.KIND, clone.getId());
  }
}
