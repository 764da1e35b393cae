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

/**
 * How all texts of one WebSocket are spoken: the event {@code task_start}. Its limits are checked
 * when it is built. Names and limits: MiniMax API reference, "Text to speech, WebSocket".
 */
public final class SocketSetting implements WireRequest {

  private static final int MOST_VOICES_MIXED = 4;

  private final Builder settings;

  private SocketSetting(Builder settings) {
    this.settings = settings;
  }

  public static Builder of(SpeechModel model, VoiceSetting voice) {
    return new Builder(model, voice);
  }

  public SpeechModel model() {
    return settings.model;
  }

  @Override
  public JsonObject toJson() {
    return new Fields()
        .text("event", "task_start")
        .text("model", settings.model.value())
        .nested("voice_setting", settings.voice.toJson("english_normalization"))
        .nested("audio_setting", settings.audio.toJson())
        .nested("pronunciation_dict", settings.pronunciation.toJson())
        .nested("timbre_weights", mix())
        .text("language_boost", settings.languageBoost)
        .nested(
            "voice_modify",
            settings.modify.map(VoiceModify::toJson).orElse(JsonValue.EMPTY_JSON_OBJECT))
        .flag("subtitle_enable", settings.subtitleType.map(type -> true))
        .text("subtitle_type", settings.subtitleType)
        .flag("continuous_sound", settings.continuousSound)
        .toJson();
  }

  private JsonValue mix() {
    JsonArrayBuilder weights = JsonText.JSON.createArrayBuilder();
    settings.mix.forEach(weight -> weights.add(weight.toJson()));
    return weights.build();
  }

  @Override
  public String toString() {
    return "SocketSetting[" + settings.model + "]";
  }

  /** Collects the options; those not set are left to the provider's default. */
  public static final class Builder {
    private final SpeechModel model;
    private final VoiceSetting voice;
    private AudioSetting audio = AudioSetting.defaults();
    private Pronunciation pronunciation = Pronunciation.NONE;
    private List<TimbreWeight> mix = List.of();
    private Optional<LanguageBoost> languageBoost = Optional.empty();
    private Optional<VoiceModify> modify = Optional.empty();
    private Optional<SubtitleType> subtitleType = Optional.empty();
    private Optional<Boolean> continuousSound = Optional.empty();

    private Builder(SpeechModel model, VoiceSetting voice) {
      this.model = Objects.requireNonNull(model, "model");
      this.voice = Objects.requireNonNull(voice, "voice");
    }

    private Builder(Builder other) {
      this(other.model, other.voice);
      audio = other.audio;
      pronunciation = other.pronunciation;
      mix = other.mix;
      languageBoost = other.languageBoost;
      modify = other.modify;
      subtitleType = other.subtitleType;
      continuousSound = other.continuousSound;
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
      pronunciation = new Pronunciation(entries);
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

    /** Asks for subtitles too. */
    public Builder subtitles(SubtitleType type) {
      subtitleType = Optional.of(type);
      return this;
    }

    /** Joins the texts more smoothly; for models 2.8 only. */
    public Builder continuousSound(boolean value) {
      continuousSound = Optional.of(value);
      return this;
    }

    /**
     * @throws InvalidRequest when no voice is named, neither alone nor in a mix, or when options do
     *     not go together
     */
    public SocketSetting build() {
      if (mix.isEmpty()) {
        Check.notBlank("voice_setting.voice_id", voice.voiceId());
      }
      SpeechRules.checkEmotion(model, voice.emotion());
      SpeechRules.checkLanguage(model, languageBoost);
      SpeechRules.checkStream(audio, modify);
      return new SocketSetting(new Builder(this));
    }
  }
}
