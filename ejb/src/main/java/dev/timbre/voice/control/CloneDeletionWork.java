package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.control.OperationRun;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.provider.control.ProviderCallFailed;
import dev.timbre.provider.control.ProviderRefused;
import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.entity.Clone;
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
      return refused(work, attempt, e);
    } catch (ProviderCallFailed e) {
      return later(work.target(), attempt, e.fault());
    } catch (BusinessException e) {
      return again(attempt, e.getMessage()); // nothing was sent: a setting is missing or forbids it
    }
  }

  /** A repeat after a lost answer finds nothing to delete, and is told so in one of two ways. */
  private Progress refused(CloneWork work, int attempt, ProviderRefused refusal) {
    Clone clone = work.target();
    ProviderFault fault = refusal.fault();
    if (refusal.isUnsupported()) {
      outcomes.failed(clone.getId(), fault);
      return Progress.failed(fault.toString());
    }
    if (refusal.isNoSuchVoice() || refusal.isInvalidParameters() && isGone(work, attempt)) {
      outcomes.deleted(clone.getId(), fault);
      return Progress.done("The provider no longer had the clone.");
    }
    if (refusal.isInvalidParameters() && isLeftToItsDeadline(clone)) {
      return again(attempt, "Nobody can tell before its deadline whether it is gone: " + fault);
    }
    return later(clone, attempt, fault);
  }

  /**
   * Whether a list can show that it is gone, and does. One that never spoke is in no list, so only
   * the end of its deadline proves anything; of one that spoke, a first refusal may have another
   * reason.
   */
  private boolean isGone(CloneWork work, int attempt) {
    Clone clone = work.target();
    boolean telling = clone.hasSpoken() ? attempt > 1 : !isLeftToItsDeadline(clone);
    try {
      return telling && !provider.lists(work.account(), clone.getProviderVoiceId());
    } catch (ProviderCallFailed e) {
      return false; // nobody could look
    }
  }

  /** Whether the provider deletes it by itself, which has not happened yet. */
  private boolean isLeftToItsDeadline(Clone clone) {
    return !clone.hasSpoken() && !clone.hasLapsedUnlessUsed(clock.instant());
  }

  /** Of attempts that only wait for a deadline there may have been many already. */
  private Progress later(Clone clone, int attempt, ProviderFault fault) {
    return attempt >= MOST_ATTEMPTS
            && !isLeftToItsDeadline(clone)
            && outcomes.isGivenUp(clone.getId(), fault)
        ? Progress.failed(fault.toString())
        : again(attempt, fault.toString());
  }

  private Progress again(int attempt, String why) {
    return Progress.again(clock.instant().plus(OperationRun.pause(attempt)), why);
  }

  /** The transactions after the call. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Outcomes {

    @Inject Clones clones;
    @Inject OwedDeletions deletions;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /** Unless the talent withdraws, which they do before or after this, but not meanwhile. */
    public boolean isGivenUp(UUID cloneId, ProviderFault fault) {
      if (deletions.isOwed(clones.getForChange(cloneId))) {
        return false;
      }
      failed(cloneId, fault);
      return true;
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
