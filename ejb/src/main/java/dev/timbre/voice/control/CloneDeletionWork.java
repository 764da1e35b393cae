package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.control.OperationRun;
import dev.timbre.provider.control.ProviderCallFailed;
import dev.timbre.provider.control.ProviderRefused;
import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Deletes a clone at its provider. Doing it twice does no harm. */
@ApplicationScoped
class CloneDeletionWork implements OperationHandler {

  static final String KIND = "clone-deletion";

  /** Then a person must look, unless the talent has withdrawn: that is owed however long. */
  private static final int MOST_ATTEMPTS = 15;

  @Inject CloneJournal clones;
  @Inject Outcomes outcomes;
  @Inject SpeechProvider provider;
  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID cloneId, int attempt) {
    CloneWork work = clones.read(cloneId);
    if (work.target().getState() != CloneState.DELETING) {
      return Progress.done("The clone is " + work.target().getState() + ".");
    }
    try {
      provider.deleteVoice(work.account(), work.target().getProviderVoiceId());
      outcomes.deleted(cloneId, null);
      return Progress.done("The provider deleted the clone.");
    } catch (ProviderRefused e) {
      if (e.isUnsupported()) {
        outcomes.failed(cloneId, e.fault());
        return Progress.failed(e.fault().toString());
      }
      if (isGone(work, e)) {
        outcomes.deleted(cloneId, e.fault());
        return Progress.done("The provider no longer had the clone.");
      }
      return later(cloneId, attempt, e);
    } catch (ProviderCallFailed e) {
      return later(cloneId, attempt, e);
    }
  }

  /** A repeat after a lost answer finds nothing to delete, and is told so in one of two ways. */
  private boolean isGone(CloneWork work, ProviderRefused refusal) {
    return refusal.isNoSuchVoice()
        || refusal.isInvalidParameters()
            && !provider.lists(work.account(), work.target().getProviderVoiceId());
  }

  private Progress later(UUID cloneId, int attempt, ProviderCallFailed failure) {
    ProviderFault fault = failure.fault();
    if (attempt >= MOST_ATTEMPTS && !outcomes.isOwed(cloneId)) {
      outcomes.failed(cloneId, fault);
      return Progress.failed(fault.toString());
    }
    return Progress.again(clock.instant().plus(OperationRun.pause(attempt)), fault.toString());
  }

  /** The transactions after the call. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Outcomes {

    @Inject Clones clones;
    @Inject OwedDeletions deletions;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    public boolean isOwed(UUID cloneId) {
      return deletions.isOwed(clones.get(cloneId));
    }

    public void deleted(UUID cloneId, ProviderFault fault) {
      clones.getForChange(cloneId).deleted(clock.instant());
      String reason = fault == null ? null : fault.code();
      trail.ended(AuditAction.CLONE_DELETE, cloneId, AuditOutcome.DONE, reason, null);
    }

    public void failed(UUID cloneId, ProviderFault fault) {
      clones.getForChange(cloneId).undeletable(clock.instant(), fault);
      trail.ended(
          AuditAction.CLONE_DELETE, cloneId, AuditOutcome.FAILED, fault.code(), fault.traceId());
    }
  }
}
