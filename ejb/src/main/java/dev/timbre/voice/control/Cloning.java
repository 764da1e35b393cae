package dev.timbre.voice.control;

import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.control.OperationRun;
import dev.timbre.platform.control.OutcomeKeeping;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.provider.control.ProviderBusy;
import dev.timbre.provider.control.ProviderCallFailed;
import dev.timbre.provider.control.ProviderConfig;
import dev.timbre.provider.control.ProviderOutcomeLost;
import dev.timbre.provider.control.ProviderRefused;
import dev.timbre.provider.control.SpeechProvider;
import dev.timbre.provider.control.SpeechProvider.SampleKind;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.storage.control.BlobStore;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.UploadedFiles;
import dev.timbre.voice.entity.VoiceStateConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes one clone at a provider, exactly once however often it is interrupted: upload, intent,
 * call, outcome. Each step finds in the database how far the one before it came.
 */
@ApplicationScoped
class Cloning implements OperationHandler {

  static final String KIND = "clone";

  /** Then a person must look: about an hour of growing pauses. */
  private static final int MOST_ATTEMPTS = 15;

  @Inject CloneJournal journal;
  @Inject OutcomeKeeping outcomes;
  @Inject SpeechProvider provider;
  @Inject ProviderConfig config;
  @Inject BlobStore store;
  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID cloneId, int attempt) {
    CloneWork work = journal.read(cloneId);
    CloneState state = work.target().getState();
    if (state != CloneState.REQUESTED && state != CloneState.CLONING) {
      return Progress.done("The clone is " + state + ".");
    }
    Instant quiet = work.target().quietAfter(config.longestCloning());
    if (work.target().isResend() && clock.instant().isBefore(quiet)) {
      return Progress.again(
          quiet, "An earlier request may still be running; it is sent again when it surely ended.");
    }
    CloneWork uploaded;
    try {
      uploaded = work.target().getFiles() == null ? upload(work) : work;
    } catch (VoiceStateConflict e) {
      return overtaken();
    } catch (ProviderCallFailed | BusinessException e) {
      // nothing was sent that makes a clone: the upload failed, or there is no key
      return later(cloneId, attempt, faultOf(e), false);
    }
    return send(uploaded, attempt);
  }

  private CloneWork upload(CloneWork work) {
    Clone clone = work.target();
    String source = upload(work, SampleKind.SOURCE, work.source());
    String prompt = work.prompt() == null ? null : upload(work, SampleKind.PROMPT, work.prompt());
    journal.uploaded(clone.getId(), new UploadedFiles(source, prompt));
    return journal.read(clone.getId());
  }

  /** An upload whose answer was lost is found again by its name, which no other upload has. */
  private String upload(CloneWork work, SampleKind kind, String digest) {
    String name = work.target().getProviderVoiceId() + "-" + digest.substring(0, 12) + ".wav";
    return provider
        .findFile(work.account(), kind, name)
        .orElseGet(() -> provider.upload(work.account(), kind, name, store.file(digest)));
  }

  private Progress send(CloneWork work, int attempt) {
    UUID id = work.target().getId();
    boolean first = !work.target().isResend();
    if (!isNext(work)) {
      return overtaken();
    }
    SpeechProvider.CloneResult result;
    try {
      result = provider.cloneVoice(work.account(), work.order(first));
    } catch (ProviderBusy e) {
      outcomes.commit(() -> done(() -> journal.notCarriedOut(id, e.fault())));
      return later(id, attempt, e.fault(), true);
    } catch (ProviderOutcomeLost e) {
      outcomes.commit(() -> done(() -> journal.lost(id, e.fault())));
      return Progress.again(clock.instant().plus(config.longestCloning()), e.fault().toString());
    } catch (ProviderRefused e) {
      return refused(id, e, first, attempt);
    } catch (BusinessException e) {
      // the key vanished between upload and send: surely nothing went out
      outcomes.commit(() -> done(() -> journal.notCarriedOut(id, faultOf(e))));
      return later(id, attempt, faultOf(e), true);
    }
    // it went out: what hinders the outcome is no refusal, and a repeat finds the clone there
    return keep(() -> journal.cloned(id, result, first), "Cloned.");
  }

  /** Whether what was read is still so, and the send is written down. */
  private boolean isNext(CloneWork work) {
    try {
      return journal.sending(work.target().getId(), work.target().getSends());
    } catch (VoiceStateConflict e) {
      return false;
    }
  }

  /** The uploads took longer than the lease, or the clone was given up; the next run finds out. */
  private Progress overtaken() {
    return Progress.again(
        clock.instant().plus(OperationRun.pause(1)), "The clone has changed meanwhile.");
  }

  private Progress refused(UUID id, ProviderRefused refusal, boolean first, int attempt) {
    ProviderFault fault = refusal.fault();
    if (refusal.isDuplicateVoice()) {
      boolean adopted = outcomes.commit(() -> journal.duplicate(id, fault));
      return adopted
          ? Progress.done("An earlier request had worked; the clone was adopted.")
          : Progress.failed(fault.toString());
    }
    if (first) {
      outcomes.commit(() -> done(() -> journal.failed(id, fault)));
      return Progress.failed(fault.toString());
    }
    // an earlier send may have worked all the same, and only another answer can tell
    outcomes.commit(() -> done(() -> journal.notCarriedOut(id, fault)));
    return later(id, attempt, fault, true);
  }

  private Progress later(UUID id, int attempt, ProviderFault fault, boolean sent) {
    if (attempt >= MOST_ATTEMPTS) {
      outcomes.commit(() -> done(() -> journal.failed(id, fault)));
      return Progress.failed(fault.toString());
    }
    String what = sent ? "The provider refused for now: " : "Not sent yet: ";
    return Progress.again(clock.instant().plus(OperationRun.pause(attempt)), what + fault);
  }

  private Progress keep(Runnable commit, String detail) {
    outcomes.commit(() -> done(commit));
    return Progress.done(detail);
  }

  private static boolean done(Runnable commit) {
    commit.run();
    return true;
  }

  private static ProviderFault faultOf(RuntimeException e) {
    return e instanceof ProviderCallFailed failed
        ? failed.fault()
        : new ProviderFault(((BusinessException) e).code(), e.getMessage(), null, null);
  }
}
