package dev.timbre.speech.control;

import dev.timbre.provider.control.LiveAudio;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechScript;

/** A speech that has begun, or an earlier one of the same idempotency key. */
public final class SpeechUnderWay {

  private final Speech speech;
  private final SpeechScript script;
  private final LiveAudio audio;

  /**
   * @param audio null for an earlier one, which comes from the store
   */
  SpeechUnderWay(Speech speech, SpeechScript script, LiveAudio audio) {
    this.speech = speech;
    this.script = script;
    this.audio = audio;
  }

  public Speech speech() {
    return speech;
  }

  SpeechScript script() {
    return script;
  }

  LiveAudio audio() {
    return audio;
  }

  boolean isEarlier() {
    return audio == null;
  }
}
