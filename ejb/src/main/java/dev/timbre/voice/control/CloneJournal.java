package dev.timbre.voice.control;

import dev.timbre.audio.entity.Recording;
import dev.timbre.audio.entity.Recordings;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.OperationQueue;
import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.Sends;
import dev.timbre.voice.entity.UploadedFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** The transactions before and after each call that makes a clone. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CloneJournal {

  /** How long the preview's URL lives; the provider signs it for 48 hours. */
  private static final Duration PREVIEW_URL_LIFE = Duration.ofHours(48);

  @Inject Clones clones;
  @Inject Recordings recordings;
  @Inject ProviderAccounts accounts;
  @Inject OperationQueue queue;
  @Inject PreviewBill preview;
  @Inject AcceptableClones acceptable;
  @Inject OwedDeletions deletions;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  public CloneWork read(UUID cloneId) {
    Clone clone = clones.get(cloneId);
    Revision revision = clone.getRevision();
    Recording source = recording(revision.getRecordingId());
    Recording prompt = recording(revision.getPromptRecordingId());
    return new CloneWork(
        clone,
        accounts.get(clone.getAccountId()),
        source == null ? null : source.getNormalised(),
        prompt == null ? null : prompt.getNormalised(),
        prompt == null ? null : prompt.getTranscript());
  }

  /** A revision may lack either: a prompt always, the source where the voice was imported. */
  private Recording recording(UUID id) {
    return id == null ? null : recordings.get(id);
  }

  public void uploaded(UUID cloneId, UploadedFiles files) {
    clones.getForChange(cloneId).uploaded(files);
    trail.ended(
        AuditAction.CLONE_UPLOAD,
        cloneId,
        AuditOutcome.DONE,
        null,
        null,
        Change.to("sourceFile", files.source()),
        Change.to("promptFile", files.prompt()));
  }

  /**
   * The intent; without its commit nothing is sent.
   *
   * @param seen the sends on which the request was written, with or without preview text
   * @return false when another attempt has overtaken this one, so that nothing may be sent
   */
  public boolean sending(UUID cloneId, Sends seen) {
    Clone clone = clones.getForChange(cloneId);
    if (!clone.getSends().equals(seen)) {
      return false;
    }
    Instant deadlineBefore = clone.getDeadline();
    clone.send(clock.instant());
    trail.intended(
        AuditAction.CLONE_SEND,
        cloneId,
        Change.of("deadline", deadlineBefore, clone.getDeadline()));
    return true;
  }

  public void cloned(UUID cloneId, SpeechProvider.CloneResult result, boolean withPreview) {
    Clone clone = clones.getForChange(cloneId);
    // nobody may hear what is to be deleted, nor keep it of a talent who is forgotten
    String previewUrl = deletions.isOwed(clone) ? null : result.previewUrl();
    clone.cloned(result.risk(), previewUrl, clock.instant().plus(PREVIEW_URL_LIFE));
    if (previewUrl != null) {
      queue.enqueue(PreviewCopy.KIND, cloneId);
    }
    if (withPreview) {
      preview.heard(clone, result.previewCharacters());
    }
    trail.ended(
        AuditAction.CLONE_SEND,
        cloneId,
        AuditOutcome.DONE,
        null,
        result.traceId(),
        Change.to("risk", result.risk()));
    acceptable.made(clone);
    deletions.orderIfOwed(clone);
  }

  /**
   * The provider knows the id already.
   *
   * @return whether the clone was adopted
   */
  public boolean duplicate(UUID cloneId, ProviderFault fault) {
    Clone clone = clones.getForChange(cloneId);
    boolean adopted = clone.duplicate();
    if (!adopted) {
      clone.fail(clock.instant(), fault);
    }
    trail.ended(
        AuditAction.CLONE_SEND,
        cloneId,
        adopted ? AuditOutcome.DONE : AuditOutcome.FAILED,
        adopted ? "adopted" : fault.code(),
        fault.traceId());
    if (adopted) {
      // the first send had the preview text with it, and its answer with the bill was lost
      preview.heard(clone, OptionalLong.empty());
      deletions.orderIfOwed(clone);
    }
    return adopted;
  }

  /** The latest send surely made nothing; the clone may be sent again. */
  public void notCarriedOut(UUID cloneId, ProviderFault fault) {
    clones.getForChange(cloneId).notCarriedOut();
    trail.ended(
        AuditAction.CLONE_SEND, cloneId, AuditOutcome.FAILED, fault.code(), fault.traceId());
  }

  /** Nobody can tell; the send stays open. */
  public void lost(UUID cloneId, ProviderFault fault) {
    trail.ended(
        AuditAction.CLONE_SEND, cloneId, AuditOutcome.UNKNOWN, fault.code(), fault.traceId());
  }

  public void failed(UUID cloneId, ProviderFault fault) {
    clones.getForChange(cloneId).fail(clock.instant(), fault);
    trail.ended(
        AuditAction.CLONE_SEND, cloneId, AuditOutcome.FAILED, fault.code(), fault.traceId());
  }
}
