package dev.timbre.sandbox.transcription;

import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Upload;
import dev.timbre.sandbox.model.Code;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/**
 * How a recording is to be written down: MiniMax API reference, "Speech to Text".
 *
 * @param model always {@code asr-1.0}
 * @param format {@code json}, {@code verbose_json}, {@code srt} or {@code vtt}
 * @param byWord whether times are told of each word instead of each sentence
 * @param streamed as events; with the format {@code json} only
 * @param chinese whether the header {@code language} says so
 */
record TranscriptionRequest(
    String model, String format, boolean byWord, boolean streamed, boolean chinese) {
  private static final List<String> MODELS = List.of("asr-1.0");
  private static final List<String> FORMATS = List.of("json", "verbose_json", "srt", "vtt");
  private static final List<String> LEVELS = List.of("", "sentence", "word");

  /**
   * Reads all but the file.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013
   */
  static TranscriptionRequest read(Call call, Upload form) {
    form.requireText("model");
    String model = choice(form, "model", MODELS);
    String format = choice(form, "response_format", FORMATS);
    String level = choice(form, "timestamp_level", LEVELS);
    boolean streamed = choice(form, "stream", List.of("false", "true")).equals("true");
    if (streamed && !format.equals("json")) {
      throw Code.INVALID_PARAMS.refusal("stream needs response_format json, got " + format);
    }
    return new TranscriptionRequest(model, format, level.equals("word"), streamed, isChinese(call));
  }

  /** One of some values; the first where the form has none. */
  private static String choice(Upload form, String name, List<String> allowed) {
    String value = form.text(name).orElse(allowed.get(0));
    if (!allowed.contains(value)) {
      throw Code.INVALID_PARAMS.refusal(name + " must be one of " + allowed);
    }
    return value;
  }

  private static boolean isChinese(Call call) {
    String tag = call.header("language").filter(t -> !t.isBlank()).orElse("en");
    try {
      Locale language = new Locale.Builder().setLanguageTag(tag).build();
      return List.of("zh", "yue").contains(language.getLanguage());
    } catch (IllformedLocaleException e) {
      throw Code.INVALID_PARAMS.refusal("the header language must be a BCP 47 tag");
    }
  }
}
