package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.Check;

/** A speech model's name, such as {@code speech-2.8-hd}. Open: new models pass through. */
public record SpeechModel(String value) {

  public static final SpeechModel SPEECH_2_8_HD = new SpeechModel("speech-2.8-hd");
  public static final SpeechModel SPEECH_2_8_TURBO = new SpeechModel("speech-2.8-turbo");
  public static final SpeechModel SPEECH_2_6_HD = new SpeechModel("speech-2.6-hd");
  public static final SpeechModel SPEECH_2_6_TURBO = new SpeechModel("speech-2.6-turbo");
  public static final SpeechModel SPEECH_02_HD = new SpeechModel("speech-02-hd");
  public static final SpeechModel SPEECH_02_TURBO = new SpeechModel("speech-02-turbo");
  public static final SpeechModel SPEECH_01_HD = new SpeechModel("speech-01-hd");
  public static final SpeechModel SPEECH_01_TURBO = new SpeechModel("speech-01-turbo");

  public SpeechModel {
    Check.notBlank("model", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
