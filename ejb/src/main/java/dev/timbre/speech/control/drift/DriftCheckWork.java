package dev.timbre.speech.control.drift;

import dev.timbre.audio.control.VoiceListening;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.speech.control.ReviewSpeech;
import dev.timbre.speech.control.SpeechNotSpoken;
import dev.timbre.speech.entity.DriftCheck;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
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
  @Inject VoiceListening listening;
  @Inject BlobStore store;
  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID voiceId, int attempt) {
    DriftJournal.Begun begun;
    try {
      begun = journal.begin(voiceId);
    } catch (BusinessException e) {
      return Progress.failed(e.getMessage());
    }
    UUID check = begun.check().getId();
    if (!begun.isNew() && begun.speech().getState() == SpeechState.RESERVED) {
      return Progress.again(clock.instant().plus(PAUSE), "The phrase is still being spoken.");
    }
    try {
      Speech spoken =
          begun.isNew() ? reviews.speak(begun.speech().getId(), begun.script()) : begun.speech();
      if (spoken.getState() != SpeechState.SPOKEN) {
        return failed(check, "The phrase was not spoken: " + spoken.getState() + ".");
      }
      DriftCheck judged = journal.judge(check, listening.listen(store.file(spoken.getAudio())));
      return Progress.done("The voice is " + judged.getState() + ".");
    } catch (SpeechNotSpoken | RecordingRejected e) {
      return failed(check, e.getMessage());
    }
  }

  private Progress failed(UUID checkId, String why) {
    journal.failed(checkId, why);
    return Progress.failed(why);
  }
}
