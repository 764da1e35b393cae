package dev.timbre.speech.control;

import dev.timbre.platform.error.NotAllowed;
import dev.timbre.speech.entity.Speech;
import java.util.Map;

/** The provider spoke and charged, but what it said is not handed out, or not all of it. */
public class SpeechStopped extends NotAllowed {

  private static final long serialVersionUID = 1L;

  private static final Map<String, String> REASONS =
      Map.of(
          "consent-withdrawn",
          "the talent withdrew their consent while it was spoken; use another voice.",
          "consent-ended",
          "the talent's consent ended while it was spoken; ask the talent for a new one.",
          "voice-not-live",
          "the voice was suspended while it was spoken; ask an approver of its brand.",
          ForgottenSpeech.TALENT_ERASED,
          "the talent's data were erased while it was spoken; use another voice.",
          SpeechKeeping.LABEL_FAILED,
          "its audio could not be labelled, and the labelling policy refuses audio without label;"
              + " try another format.",
          SpeechWatch.UNCERTAIN,
          "nobody could tell whether the voice still may speak; ask again.");

  public SpeechStopped(Speech speech, String code) {
    super(
        code,
        "Speech "
            + speech.getId()
            + " was stopped: "
            + REASONS.getOrDefault(code, "it may not go on."));
  }
}
