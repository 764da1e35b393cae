package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.Check;

/**
 * The language or dialect to recognise better, such as {@code English} or {@code Chinese,Yue}.
 * Open.
 */
public record LanguageBoost(String value) {

  public static final LanguageBoost AUTO = new LanguageBoost("auto");
  public static final LanguageBoost CHINESE = new LanguageBoost("Chinese");
  public static final LanguageBoost CANTONESE = new LanguageBoost("Chinese,Yue");
  public static final LanguageBoost ENGLISH = new LanguageBoost("English");
  public static final LanguageBoost GERMAN = new LanguageBoost("German");
  public static final LanguageBoost FRENCH = new LanguageBoost("French");
  public static final LanguageBoost SPANISH = new LanguageBoost("Spanish");
  public static final LanguageBoost JAPANESE = new LanguageBoost("Japanese");

  public LanguageBoost {
    Check.notBlank("language_boost", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
