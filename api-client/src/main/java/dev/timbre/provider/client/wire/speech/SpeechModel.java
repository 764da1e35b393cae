package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.Check;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  private static final Pattern GENERATION = Pattern.compile("speech-(2\\.8|2\\.6|02|01)-.+");

  public SpeechModel {
    Check.notBlank("model", value);
  }

  /** Such as {@code 2.8}; empty for a model whose rules we do not know. */
  Optional<String> generation() {
    Matcher matcher = GENERATION.matcher(value);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
