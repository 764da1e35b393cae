package dev.timbre.speech.control.drift;

import dev.timbre.audio.control.VoiceListening;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.LimitExceeded;
import dev.timbre.platform.error.NotFound;
import dev.timbre.speech.control.ReviewSpeech;
import dev.timbre.speech.control.SpeechNotSpoken;
import dev.timbre.speech.control.SpeechPace;
import dev.timbre.speech.control.SpeechStopped;
import dev.timbre.speech.entity.DriftCheck;
import dev.timbre.speech.entity.DriftState;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One check of how a voice sounds: speak, measure, compare. Killed at any point, the next run goes
 * on where this one was; the phrase is spoken, and paid for, once.
 */
@ApplicationScoped
class DriftCheckWork implements OperationHandler {

  static final String KIND = "drift-check";

  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Inject DriftJournal journal;
  @Inject ReviewSpeech reviews;
  @Inject SpeechPace pace;
  @Inject VoiceListening listening;
  @Inject BlobStore store;
  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID checkId, int attempt) {
    DriftJournal.Begun begun;
    try {
      Optional<Progress> held = heldBack(checkId);
      if (held.isPresent()) {
        return held.get();
      }
      begun = journal.begin(checkId);
    } catch (BusinessException e) {
      return failed(checkId, e.getMessage());
    }
    if (begun.check().isOver()) {
      return ended(begun.check());
    }
    if (!begun.isNew() && begun.speech().getState() == SpeechState.RESERVED) {
      return Progress.again(clock.instant().plus(PAUSE), "The phrase is still being spoken.");
    }
    try {
      Speech spoken =
          begun.isNew() ? reviews.speak(begun.speech().getId(), begun.script()) : begun.speech();
      if (spoken.getState() != SpeechState.SPOKEN) {
        return failed(checkId, "The phrase was not spoken: " + spoken.getState() + ".");
      }
      if (spoken.getAudio() == null) {
        return failed(checkId, "The phrase's audio is withheld: " + spoken.getWithheld() + ".");
      }
      return ended(journal.judge(checkId, listening.listen(store.file(spoken.getAudio()))));
    } catch (SpeechNotSpoken | SpeechStopped | RecordingRejected | NotFound e) {
      return failed(checkId, e.getMessage());
    }
  }

  /** What is still to be spoken waits for the provider's rate like any other speech. */
  private Optional<Progress> heldBack(UUID checkId) {
    try {
      journal.wanted(checkId).ifPresent(it -> pace.awaitReview(it.voiceId(), it.script()));
      return Optional.empty();
    } catch (LimitExceeded e) {
      Instant later = clock.instant().plus(e.retryAfter());
      return Optional.of(Progress.again(later, e.getMessage()));
    }
  }

  /** Also when an earlier run ended it and died before it could say so. */
  private static Progress ended(DriftCheck check) {
    return check.getState() == DriftState.FAILED
        ? Progress.failed(check.getNote())
        : Progress.done("The voice is " + check.getState() + ".");
  }

  private Progress failed(UUID checkId, String why) {
    journal.failed(checkId, why);
    return Progress.failed(why);
  }
}
