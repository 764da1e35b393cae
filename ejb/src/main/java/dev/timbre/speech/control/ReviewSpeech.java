package dev.timbre.speech.control;

import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechScript;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Speaks for the company's own ears: under the console's client and its use for review, within its
 * budget, and only while voice and consent allow it, like any other speech.
 */
@ApplicationScoped
public class ReviewSpeech {

  @Inject SpeechJournal journal;
  @Inject SpeechCall call;

  /** Holds the money and writes the intent, in the caller's transaction. */
  public Speech open(UUID voiceId, SpeechScript script) {
    return journal.openReview(voiceId, script);
  }

  /**
   * Calls the provider for a speech that was just opened; never a second time for the same one.
   *
   * @throws SpeechNotSpoken when the provider refused, or nobody can tell
   */
  public Speech speak(UUID speechId, SpeechScript script) {
    return call.perform(journal.reviewed(speechId), script);
  }
}
