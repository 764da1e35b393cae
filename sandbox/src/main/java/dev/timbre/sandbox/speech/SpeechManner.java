package dev.timbre.sandbox.speech;

import dev.timbre.sandbox.audio.Delivery;
import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.audio.VoiceTone;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How any text is to be spoken: everything that a text-to-speech call says beside the text, checked
 * field by field.
 *
 * @param voices one with weight 1, or up to four that are mixed
 * @param semitones how much higher than usual
 * @param rules of the pronunciation dictionary
 */
public record SpeechManner(
    String model,
    List<Weighted> voices,
    Delivery delivery,
    double semitones,
    List<Pronunciation.Rule> rules,
    Encoding encoding,
    Subtitling subtitling) {

  private static final int MAX_MIXED = 4;

  /** A voice and its share in a mix. */
  public record Weighted(String voiceId, int weight) {}

  /** Which subtitles are wanted. */
  public enum Subtitling {
    NONE,
    SENTENCES,
    WORDS
  }

  /** Reads a call whose sound is answered whole. */
  public static SpeechManner read(Fields fields) {
    return read(fields, AudioSettings::read);
  }

  /** Reads a call whose sound is sent in pieces. */
  public static SpeechManner readStreamed(Fields fields) {
    return read(fields, AudioSettings::readStreamed);
  }

  /** Reads a call of asynchronous speech. */
  public static SpeechManner readAsync(Fields fields) {
    return read(fields, AudioSettings::readAsync);
  }

  private static SpeechManner read(Fields fields, Function<Fields, Encoding> audio) {
    fields.requireText("model");
    String model = fields.choice("model", SpeechTerms.MODELS).orElseThrow();
    Fields voice = nested(fields, "voice_setting");
    Fields modify = nested(fields, "voice_modify");
    checkManner(fields, voice, modify, model);
    double semitones =
        voice.whole("pitch", -12, 12).orElse(0)
            + modify.whole("pitch", -100, 100).orElse(0) * 6 / 100.0;
    return new SpeechManner(
        model,
        voices(fields, voice),
        delivery(fields, voice),
        semitones,
        rules(fields),
        audio.apply(fields),
        subtitling(fields));
  }

  /** The ids of all voices that speak, each once. */
  public List<String> voiceIds() {
    return voices.stream().map(Weighted::voiceId).distinct().toList();
  }

  /** The pitch of the one voice, or the weighted mean of the mix, as the call moves it. */
  VoiceTone tone(Function<String, VoiceTone> toneOfVoice) {
    double sum = 0;
    int weights = 0;
    for (Weighted voice : voices) {
      sum += toneOfVoice.apply(voice.voiceId()).pitchHz() * voice.weight();
      weights += voice.weight();
    }
    return new VoiceTone(sum / weights).raised(semitones);
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
    voice.flag("english_normalization");
    voice.flag("latex_read");
    modify.whole("intensity", -100, 100);
    modify.whole("timbre", -100, 100);
    modify.choice("sound_effects", SpeechTerms.SOUND_EFFECTS);
  }

  private static Subtitling subtitling(Fields fields) {
    Optional<String> type =
        fields.choice("subtitle_type", List.of("sentence", "word", "word_streaming"));
    if (!fields.flag("subtitle_enable")) {
      return Subtitling.NONE;
    }
    return type.orElse("sentence").equals("sentence") ? Subtitling.SENTENCES : Subtitling.WORDS;
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
    return List.copyOf(mix);
  }

  private static List<Pronunciation.Rule> rules(Fields fields) {
    Fields dictionary = nested(fields, "pronunciation_dict");
    List<Pronunciation.Rule> rules = new ArrayList<>();
    for (String rule : dictionary.texts("tone")) {
      int slash = rule.indexOf('/');
      if (slash < 1 || slash == rule.length() - 1) {
        throw dictionary.refusal("tone", "entries must be \"source/replacement\", got " + rule);
      }
      String replacement = rule.substring(slash + 1);
      // A bracketed reading says how the source sounds; the sandbox's tones know no such detail.
      if (!replacement.startsWith("(")) {
        rules.add(new Pronunciation.Rule(rule.substring(0, slash), replacement));
      }
    }
    return List.copyOf(rules);
  }

  private static Fields nested(Fields fields, String name) {
    return fields.object(name).orElse(new Fields(name + ".", Call.object()));
  }
}
