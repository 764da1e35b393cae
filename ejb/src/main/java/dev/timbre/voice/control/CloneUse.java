package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.finding.control.FindingRegister;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.PreviewState;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** What speaking does to a clone; called in the transaction that keeps the speech's outcome. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CloneUse {

  @Inject Clones clones;
  @Inject Voices voices;
  @Inject FindingRegister findings;
  @Inject CloneDecisions decisions;
  @Inject AcceptableClones acceptable;
  @Inject OwedDeletions deletions;
  @Inject DeadlineNews news;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * @param first whether this speech made the clone permanent, which is what the voice fee is for
   */
  public record Used(UUID accountId, boolean first) {}

  /**
   * Waits for the clone's row, which everybody locks before those of its decisions and of budgets,
   * so that nobody waits in a circle.
   */
  public void await(UUID cloneId) {
    clones.getForChange(cloneId);
  }

  /**
   * The clone has spoken. What was heard serves as preview where there is none.
   *
   * @param audio digest of the whole speech in the store; null when it is not all there
   */
  public Used used(UUID cloneId, String audio) {
    Clone clone = clones.getForChange(cloneId);
    boolean first = clone.getState() == CloneState.PROVISIONAL && clone.used(clock.instant());
    if (first) {
      trail.done(
          AuditAction.CLONE_PERMANENT,
          cloneId,
          Change.of("state", CloneState.PROVISIONAL, clone.getState()));
      decisions.kept(cloneId);
    }
    first = first || clone.usedLate(clock.instant());
    if (audio != null
        && !deletions.isOwed(clone)
        && clone.getPreview().state() != PreviewState.STORED
        && clone.getPreview().state() != PreviewState.PENDING) {
      clone.previewStored(audio);
    }
    return new Used(clone.getAccountId(), first);
  }

  /**
   * The provider lists it, which it does only after a first speech: one whose outcome was lost had
   * worked. Its fee is part of what is still held for that speech.
   */
  public void seenAtProvider(UUID cloneId) {
    Clone clone = clones.getForChange(cloneId);
    if (clone.getState() == CloneState.PROVISIONAL && clone.used(clock.instant())) {
      trail.ended(
          AuditAction.CLONE_PERMANENT,
          cloneId,
          AuditOutcome.DONE,
          "seen-at-provider",
          null,
          Change.of("state", CloneState.PROVISIONAL, clone.getState()));
      decisions.kept(cloneId);
    }
  }

  /** The provider lists it again after all, and an approver takes it back. */
  public void restored(UUID cloneId) {
    Clone clone = clones.getForChange(cloneId);
    CloneState before = clone.getState();
    clone.restore();
    trail.ended(
        AuditAction.CLONE_PERMANENT,
        cloneId,
        AuditOutcome.DONE,
        "seen-at-provider",
        null,
        Change.of("state", before, clone.getState()));
    findings.gone(FindingKind.CLONE_MISSING, cloneId);
  }

  /** A bill shows that a lost speech was spoken after all, so the clone is permanent. */
  public void charged(UUID cloneId) {
    Clone clone = clones.getForChange(cloneId);
    if (clone.getState() == CloneState.PROVISIONAL && clone.used(clock.instant())) {
      trail.done(
          AuditAction.CLONE_PERMANENT,
          cloneId,
          Change.of("state", CloneState.PROVISIONAL, clone.getState()));
      decisions.kept(cloneId);
    }
  }

  /** Nobody can tell whether the clone spoke, and so whether it is permanent. */
  public void lost(UUID cloneId) {
    clones.getForChange(cloneId).useLost(true);
  }

  /** Bills show that nothing was spoken of all that was lost: the clone is as unused as before. */
  public void notCharged(UUID cloneId) {
    clones.getForChange(cloneId).useLost(false);
  }

  /** The provider does not know the voice any more. */
  public void gone(UUID cloneId, ProviderFault fault) {
    Clone clone = clones.getForChange(cloneId);
    if (!clone.getState().speaks()) {
      return;
    }
    CloneState before = clone.getState();
    clone.gone(clock.instant(), fault);
    decisions.gone(cloneId);
    acceptable.decided(cloneId);
    if (clone.getState() == CloneState.LAPSED) {
      news.lapsed(clone);
    }
    trail.ended(
        AuditAction.CLONE_LAPSE,
        cloneId,
        AuditOutcome.DONE,
        fault.code(),
        fault.traceId(),
        Change.of("state", before, clone.getState()));
    if (clone.getState() == CloneState.MISSING) {
      raise(clone);
    }
  }

  private void raise(Clone clone) {
    Voice voice = voices.get(clone.getRevision().getVoiceId());
    findings.raise(
        FindingKind.CLONE_MISSING,
        voice.getBrandId(),
        clone.getId(),
        Change.to("voice", voice.getId()),
        Change.to("account", clone.getAccountId()),
        Change.to("permanentSince", clone.getPermanentAt()),
        Change.to("fault", clone.getFault().code()));
  }
}
