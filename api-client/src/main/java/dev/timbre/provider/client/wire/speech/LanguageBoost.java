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
  public static final LanguageBoost ARABIC = new LanguageBoost("Arabic");
  public static final LanguageBoost RUSSIAN = new LanguageBoost("Russian");
  public static final LanguageBoost SPANISH = new LanguageBoost("Spanish");
  public static final LanguageBoost FRENCH = new LanguageBoost("French");
  public static final LanguageBoost PORTUGUESE = new LanguageBoost("Portuguese");
  public static final LanguageBoost GERMAN = new LanguageBoost("German");
  public static final LanguageBoost TURKISH = new LanguageBoost("Turkish");
  public static final LanguageBoost DUTCH = new LanguageBoost("Dutch");
  public static final LanguageBoost UKRAINIAN = new LanguageBoost("Ukrainian");
  public static final LanguageBoost VIETNAMESE = new LanguageBoost("Vietnamese");
  public static final LanguageBoost INDONESIAN = new LanguageBoost("Indonesian");
  public static final LanguageBoost JAPANESE = new LanguageBoost("Japanese");
  public static final LanguageBoost ITALIAN = new LanguageBoost("Italian");
  public static final LanguageBoost KOREAN = new LanguageBoost("Korean");
  public static final LanguageBoost THAI = new LanguageBoost("Thai");
  public static final LanguageBoost POLISH = new LanguageBoost("Polish");
  public static final LanguageBoost ROMANIAN = new LanguageBoost("Romanian");
  public static final LanguageBoost GREEK = new LanguageBoost("Greek");
  public static final LanguageBoost CZECH = new LanguageBoost("Czech");
  public static final LanguageBoost FINNISH = new LanguageBoost("Finnish");
  public static final LanguageBoost HINDI = new LanguageBoost("Hindi");
  public static final LanguageBoost BULGARIAN = new LanguageBoost("Bulgarian");
  public static final LanguageBoost DANISH = new LanguageBoost("Danish");
  public static final LanguageBoost HEBREW = new LanguageBoost("Hebrew");
  public static final LanguageBoost MALAY = new LanguageBoost("Malay");
  public static final LanguageBoost PERSIAN = new LanguageBoost("Persian");
  public static final LanguageBoost SLOVAK = new LanguageBoost("Slovak");
  public static final LanguageBoost SWEDISH = new LanguageBoost("Swedish");
  public static final LanguageBoost CROATIAN = new LanguageBoost("Croatian");
  public static final LanguageBoost FILIPINO = new LanguageBoost("Filipino");
  public static final LanguageBoost HUNGARIAN = new LanguageBoost("Hungarian");
  public static final LanguageBoost NORWEGIAN = new LanguageBoost("Norwegian");
  public static final LanguageBoost SLOVENIAN = new LanguageBoost("Slovenian");
  public static final LanguageBoost CATALAN = new LanguageBoost("Catalan");
  public static final LanguageBoost NYNORSK = new LanguageBoost("Nynorsk");
  public static final LanguageBoost TAMIL = new LanguageBoost("Tamil");
  public static final LanguageBoost AFRIKAANS = new LanguageBoost("Afrikaans");

  public LanguageBoost {
    Check.notBlank("language_boost", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
