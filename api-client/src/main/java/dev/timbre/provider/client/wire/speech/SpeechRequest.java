package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks for speech in one answer (not streamed). Its limits are checked when it is built. */
public final class SpeechRequest implements WireRequest {

  /** The contract says fewer than 10,000. */
  private static final int LONGEST_TEXT = 9_999;

  private static final int MOST_VOICES_MIXED = 4;

  private final Builder settings;

  private SpeechRequest(Builder settings) {
    this.settings = settings;
  }

  /**
   * @throws InvalidRequest for blank text or text of 10,000 characters and more
   */
  public static Builder of(SpeechModel model, String text, VoiceSetting voice) {
    return new Builder(model, text, voice);
  }

  public SpeechModel model() {
    return settings.model;
  }

  public String text() {
    return settings.text;
  }

  public VoiceSetting voice() {
    return settings.voice;
  }

  public AudioSetting audio() {
    return settings.audio;
  }

  @Override
  public JsonObject toJson() {
    return new Fields()
        .text("model", settings.model.value())
        .text("text", settings.text)
        .flag("stream", Optional.of(false))
        .nested("voice_setting", settings.voice.toJson())
        .nested("audio_setting", settings.audio.toJson())
        .nested("pronunciation_dict", pronunciation())
        .nested("timbre_weights", mix())
        .text("language_boost", settings.languageBoost)
        .nested(
            "voice_modify",
            settings.modify.map(VoiceModify::toJson).orElse(JsonValue.EMPTY_JSON_OBJECT))
        .flag("subtitle_enable", settings.subtitleType.map(type -> true))
        .text("subtitle_type", settings.subtitleType)
        .text("output_format", settings.outputFormat)
        .flag("aigc_watermark", settings.watermark)
        .toJson();
  }

  private JsonObject pronunciation() {
    if (settings.pronunciation.isEmpty()) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    JsonArrayBuilder tones = JsonText.JSON.createArrayBuilder(settings.pronunciation);
    return JsonText.JSON.createObjectBuilder().add("tone", tones).build();
  }

  private JsonValue mix() {
    JsonArrayBuilder weights = JsonText.JSON.createArrayBuilder();
    settings.mix.forEach(weight -> weights.add(weight.toJson()));
    return weights.build();
  }

  @Override
  public String toString() {
    return "SpeechRequest[" + settings.model + ", " + settings.text.length() + " characters]";
  }

  /** Collects the options of a synthesis; those not set are left to the provider's default. */
  public static final class Builder {
    private final SpeechModel model;
    private final String text;
    private final VoiceSetting voice;
    private AudioSetting audio = AudioSetting.defaults();
    private List<String> pronunciation = List.of();
    private List<TimbreWeight> mix = List.of();
    private Optional<LanguageBoost> languageBoost = Optional.empty();
    private Optional<VoiceModify> modify = Optional.empty();
    private Optional<String> subtitleType = Optional.empty();
    private String outputFormat = "hex";
    private Optional<Boolean> watermark = Optional.empty();

    private Builder(SpeechModel model, String text, VoiceSetting voice) {
      this.model = Objects.requireNonNull(model, "model");
      this.text = Check.length("text", text, LONGEST_TEXT);
      this.voice = Objects.requireNonNull(voice, "voice");
    }

    private Builder(Builder other) {
      this(other.model, other.text, other.voice);
      audio = other.audio;
      pronunciation = other.pronunciation;
      mix = other.mix;
      languageBoost = other.languageBoost;
      modify = other.modify;
      subtitleType = other.subtitleType;
      outputFormat = other.outputFormat;
      watermark = other.watermark;
    }

    public Builder audio(AudioSetting value) {
      audio = Objects.requireNonNull(value, "audio");
      return this;
    }

    /**
     * How words are said.
     *
     * @param entries {@code source/replacement}, such as {@code omg/oh my god}
     * @throws InvalidRequest for an entry without a slash between two parts
     */
    public Builder pronunciation(List<String> entries) {
      for (String entry : entries) {
        int slash = entry.indexOf('/');
        if (slash < 1 || slash == entry.length() - 1) {
          throw new InvalidRequest("pronunciation_dict.tone", entry, "source/replacement");
        }
      }
      pronunciation = List.copyOf(entries);
      return this;
    }

    /**
     * Mixes voices.
     *
     * @throws InvalidRequest for more than 4
     */
    public Builder mix(List<TimbreWeight> weights) {
      if (weights.size() > MOST_VOICES_MIXED) {
        throw new InvalidRequest("timbre_weights", weights.size() + " voices", "at most 4");
      }
      mix = List.copyOf(weights);
      return this;
    }

    public Builder languageBoost(LanguageBoost value) {
      languageBoost = Optional.of(value);
      return this;
    }

    public Builder modify(VoiceModify value) {
      modify = Optional.of(value);
      return this;
    }

    /**
     * Asks for subtitles too.
     *
     * @param type {@code sentence} or {@code word}
     */
    public Builder subtitles(String type) {
      subtitleType = Optional.of(Check.notBlank("subtitle_type", type));
      return this;
    }

    /** Asks for an address instead of the audio itself. */
    public Builder asUrl() {
      outputFormat = "url";
      return this;
    }

    public Builder watermark(boolean value) {
      watermark = Optional.of(value);
      return this;
    }

    /**
     * @throws InvalidRequest when no voice is named, neither alone nor in a mix
     */
    public SpeechRequest build() {
      if (mix.isEmpty()) {
        Check.notBlank("voice_setting.voice_id", voice.voiceId());
      }
      return new SpeechRequest(new Builder(this));
    }
  }
}
