package dev.timbre.voice.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.control.ReleasedContent;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.control.OperationRun;
import dev.timbre.provider.control.ProviderBusy;
import dev.timbre.provider.control.ProviderRefused;
import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.storage.control.BlobStore;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Preview;
import dev.timbre.voice.entity.PreviewState;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Copies a clone's demo audio into our own store before its URL dies. A copy that fails never fails
 * the clone.
 */
@ApplicationScoped
class PreviewCopy implements OperationHandler {

  static final String KIND = "preview";

  @Inject CloneJournal clones;
  @Inject Outcomes outcomes;
  @Inject SpeechProvider provider;
  @Inject BlobStore store;
  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID cloneId, int attempt) {
    CloneWork work = clones.read(cloneId);
    Preview preview = work.target().getPreview();
    if (preview.state() != PreviewState.PENDING) {
      return Progress.done("The preview is " + preview.state() + ".");
    }
    if (clock.instant().isAfter(preview.urlDiesAt())) {
      outcomes.givenUp(cloneId, PreviewState.EXPIRED, "Its address expired before it was copied.");
      return Progress.failed("The preview's address expired.");
    }
    try {
      String digest = store.keep(out -> provider.download(work.account(), preview.url(), out));
      outcomes.stored(cloneId, digest);
      return Progress.done("The preview was copied.");
    } catch (ProviderBusy e) {
      outcomes.delayed(cloneId, e.fault().toString());
      return Progress.again(
          clock.instant().plus(OperationRun.pause(attempt)), e.fault().toString());
    } catch (ProviderRefused e) {
      return givenUp(cloneId, e.fault());
    }
  }

  private Progress givenUp(UUID cloneId, ProviderFault fault) {
    PreviewState end =
        "download-expired".equals(fault.code()) ? PreviewState.EXPIRED : PreviewState.BLOCKED;
    outcomes.givenUp(cloneId, end, fault.message() + " " + fault.remedy());
    return Progress.failed(fault.toString());
  }

  /** The transactions after the copy. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Outcomes {

    private static final String MEDIA_TYPE = "audio/mpeg";

    @Inject Clones clones;
    @Inject Voices voices;
    @Inject ReleasedContent released;
    @Inject BlobStore store;
    @Inject AuditTrail trail;

    public void stored(UUID cloneId, String sha256) {
      Clone clone = clones.getForChange(cloneId);
      if (clone.getPreview().state() != PreviewState.PENDING) {
        // given up meanwhile, as when the talent's data were erased
        UUID talentId = voices.get(clone.getRevision().getVoiceId()).getTalentId();
        released.drop(talentId, sha256, MEDIA_TYPE);
        return;
      }
      store.register(sha256, MEDIA_TYPE);
      clone.previewStored(sha256);
      trail.done(AuditAction.CLONE_PREVIEW, cloneId, Change.to("sha256", sha256));
    }

    public void delayed(UUID cloneId, String why) {
      clones.getForChange(cloneId).previewDelayed(why);
    }

    public void givenUp(UUID cloneId, PreviewState end, String why) {
      clones.getForChange(cloneId).previewGivenUp(end, why);
      trail.ended(AuditAction.CLONE_PREVIEW, cloneId, AuditOutcome.FAILED, "preview-" + end, null);
    }
  }
}
