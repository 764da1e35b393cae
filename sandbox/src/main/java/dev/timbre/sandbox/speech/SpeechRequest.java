package dev.timbre.sandbox.speech;

import dev.timbre.sandbox.audio.AudioFormat;
import dev.timbre.sandbox.audio.Delivery;
import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.audio.MarkedText;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text-to-speech call, its fields checked one by one.
 *
 * @param text as sent, which is what is billed
 * @param marked what is really said, after the pronunciation rules
 * @param voices one with weight 1, or up to four that are mixed
 * @param semitones how much higher than usual
 * @param wanted the form of the result
 */
public record SpeechRequest(
    String model,
    String text,
    MarkedText marked,
    List<Weighted> voices,
    Delivery delivery,
    double semitones,
    Wanted wanted) {

  private static final int TEXT_BELOW = 10_000;
  private static final int MAX_MIXED = 4;

  /** Formats whose header states the length. */
  private static final Set<AudioFormat> WHOLE_FILES =
      EnumSet.of(AudioFormat.WAV, AudioFormat.PCMU_WAV);

  /** A voice and its share in a mix. */
  public record Weighted(String voiceId, int weight) {}

  /**
   * The form of the result.
   *
   * @param streamed as events; then never as a URL
   * @param aggregated whether the last event repeats the whole sound
   */
  public record Wanted(Encoding encoding, boolean asUrl, boolean streamed, boolean aggregated) {}

  public static SpeechRequest read(Fields fields) {
    fields.requireText("model");
    String model = fields.choice("model", SpeechTerms.MODELS).orElseThrow();
    String text = fields.requireText("text");
    int length = text.codePointCount(0, text.length());
    if (length >= TEXT_BELOW) {
      throw fields.refusal("text", "must have fewer than 10000 characters, got " + length);
    }
    Fields voice = fields.object("voice_setting").orElse(emptyObject());
    Fields modify = fields.object("voice_modify").orElse(emptyObject());
    checkManner(fields, voice, modify, model);
    double semitones =
        voice.whole("pitch", -12, 12).orElse(0)
            + modify.whole("pitch", -100, 100).orElse(0) * 6 / 100.0;
    return new SpeechRequest(
        model,
        text,
        marked(pronounced(fields, text)),
        voices(fields, voice),
        delivery(fields, voice),
        semitones,
        wanted(fields));
  }

  /** Parses markup; refuses what it cannot honour. */
  public static MarkedText marked(String text) {
    try {
      return MarkedText.parse(text);
    } catch (IllegalArgumentException e) {
      throw Code.INVALID_PARAMS.refusal(e.getMessage());
    }
  }

  private static Delivery delivery(Fields fields, Fields voice) {
    double speed = voice.decimal("speed", 0.5, 2).orElse(1.0);
    double volume = voice.decimal("vol", 0, 10).orElse(1.0);
    if (volume == 0) {
      throw voice.refusal("vol", "must be in (0, 10], got 0");
    }
    return new Delivery(speed, volume, fields.flag("aigc_watermark"));
  }

  private static void checkManner(Fields fields, Fields voice, Fields modify, String model) {
    Optional<String> emotion = voice.choice("emotion", SpeechTerms.EMOTIONS);
    if (emotion.isPresent() && !SpeechTerms.feels(model, emotion.get())) {
      throw voice.refusal("emotion", emotion.get() + " is not supported by " + model);
    }
    Optional<String> language = fields.choice("language_boost", SpeechTerms.LANGUAGES);
    if (language.isPresent() && !SpeechTerms.speaks(model, language.get())) {
      throw fields.refusal("language_boost", language.get() + " is not supported by " + model);
    }
    voice.flag("text_normalization");
    voice.flag("latex_read");
    modify.whole("intensity", -100, 100);
    modify.whole("timbre", -100, 100);
    modify.choice("sound_effects", SpeechTerms.SOUND_EFFECTS);
    fields.flag("subtitle_enable");
    fields.choice("subtitle_type", List.of("sentence", "word", "word_streaming"));
  }

  private static List<Weighted> voices(Fields fields, Fields voice) {
    String spelling = fields.has("timbre_weights") ? "timbre_weights" : "timber_weights";
    List<Weighted> mix = new ArrayList<>();
    for (Fields item : fields.objects(spelling)) {
      int weight =
          item.whole("weight", 1, 100).orElseThrow(() -> item.refusal("weight", "is empty"));
      mix.add(new Weighted(item.requireText("voice_id"), weight));
    }
    if (mix.size() > MAX_MIXED) {
      throw fields.refusal(spelling, "must have at most 4 voices, got " + mix.size());
    }
    Optional<String> single = voice.text("voice_id").filter(id -> !id.isEmpty());
    if (mix.isEmpty()) {
      String id = single.orElseThrow(() -> fields.refusal("voice_setting.voice_id", "is empty"));
      return List.of(new Weighted(id, 1));
    }
    return mix;
  }

  private static Wanted wanted(Fields fields) {
    Fields audio = fields.object("audio_setting").orElse(emptyObject());
    List<String> names = Arrays.stream(AudioFormat.values()).map(AudioFormat::wireName).toList();
    Encoding usual = Encoding.DEFAULT;
    AudioFormat format =
        audio.choice("format", names).flatMap(AudioFormat::named).orElse(usual.format());
    audio.flag("force_cbr");
    Encoding encoding =
        new Encoding(
            format,
            audio.whole("sample_rate", SpeechTerms.SAMPLE_RATES).orElse(usual.sampleRate()),
            audio.whole("bitrate", SpeechTerms.BITRATES).orElse(usual.bitrate()),
            audio.whole("channel", 1, 2).orElse(usual.channels()));
    boolean streamed = fields.flag("stream");
    if (streamed && WHOLE_FILES.contains(format)) {
      throw audio.refusal("format", format.wireName() + " is not supported with stream");
    }
    Fields options = fields.object("stream_options").orElse(emptyObject());
    boolean excluded = options.flag("exclude_aggregated_audio");
    Optional<String> output = fields.choice("output_format", List.of("hex", "url"));
    boolean asUrl = output.filter("url"::equals).isPresent() && !streamed;
    return new Wanted(encoding, asUrl, streamed, !excluded);
  }

  private static String pronounced(Fields fields, String text) {
    Fields dictionary = fields.object("pronunciation_dict").orElse(emptyObject());
    String said = text;
    for (String rule : dictionary.texts("tone")) {
      int slash = rule.indexOf('/');
      if (slash < 1 || slash == rule.length() - 1) {
        throw dictionary.refusal("tone", "entries must be \"source/replacement\", got " + rule);
      }
      String replacement = rule.substring(slash + 1);
      // A bracketed reading says how the source sounds; the sandbox's tones know no such detail.
      if (!replacement.startsWith("(")) {
        said = said.replace(rule.substring(0, slash), replacement);
      }
    }
    return said;
  }

  private static Fields emptyObject() {
    return new Fields("", Call.object());
  }
}
