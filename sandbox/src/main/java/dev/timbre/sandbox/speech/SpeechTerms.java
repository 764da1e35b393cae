package dev.timbre.sandbox.speech;

import java.util.List;

/** The closed lists of the speech family, as the provider's API reference has them. */
public final class SpeechTerms {
  /** Newest first; the last three are retired, but public clients still choose them. */
  public static final List<String> MODELS =
      List.of(
          "speech-2.8-hd",
          "speech-2.8-turbo",
          "speech-2.6-hd",
          "speech-2.6-turbo",
          "speech-02-hd",
          "speech-02-turbo",
          "speech-01-hd",
          "speech-01-turbo",
          "speech-2.5-hd-preview",
          "speech-2.5-turbo-preview",
          "speech-01-240228");

  public static final List<String> EMOTIONS =
      List.of(
          "happy",
          "sad",
          "angry",
          "fearful",
          "disgusted",
          "surprised",
          "calm",
          "fluent",
          "whisper",
          "neutral");

  public static final List<String> LANGUAGES =
      List.of(
          "Chinese",
          "Chinese,Yue",
          "English",
          "Arabic",
          "Russian",
          "Spanish",
          "French",
          "Portuguese",
          "German",
          "Turkish",
          "Dutch",
          "Ukrainian",
          "Vietnamese",
          "Indonesian",
          "Japanese",
          "Italian",
          "Korean",
          "Thai",
          "Polish",
          "Romanian",
          "Greek",
          "Czech",
          "Finnish",
          "Hindi",
          "Bulgarian",
          "Danish",
          "Hebrew",
          "Malay",
          "Persian",
          "Slovak",
          "Swedish",
          "Croatian",
          "Filipino",
          "Hungarian",
          "Norwegian",
          "Slovenian",
          "Catalan",
          "Nynorsk",
          "Tamil",
          "Afrikaans",
          "auto");

  public static final List<String> SOUND_EFFECTS =
      List.of("spacious_echo", "auditorium_echo", "lofi_telephone", "robotic");

  public static final List<Integer> SAMPLE_RATES = List.of(8000, 16000, 22050, 24000, 32000, 44100);

  public static final List<Integer> BITRATES = List.of(32000, 64000, 128000, 256000);

  private static final List<String> LATER_LANGUAGES = List.of("Persian", "Filipino", "Tamil");

  private SpeechTerms() {}

  /** Whether that model speaks that language; the 01 and 02 models lack three. */
  public static boolean speaks(String model, String language) {
    boolean old = model.contains("-01-") || model.contains("-02-");
    return !(old && LATER_LANGUAGES.contains(language));
  }

  /** Whether that model takes that emotion. */
  public static boolean feels(String model, String emotion) {
    return switch (emotion) {
      case "whisper" -> model.contains("-2.6-");
      case "fluent" -> model.contains("-2.6-") || model.contains("-2.8-");
      default -> true;
    };
  }
}
