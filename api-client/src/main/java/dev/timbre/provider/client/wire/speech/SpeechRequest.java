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
 * Asks for speech, in one answer or in a stream. Its limits are checked when it is built; those of
 * one of the two ways when it goes that way.
 */
public final class SpeechRequest implements WireRequest {

  /** The contract says fewer than 10,000. */
  private static final int LONGEST_TEXT = 9_999;

  private static final int MOST_VOICES_MIXED = 4;
  private static final String HEX = "hex";

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

  /** As it is sent for one answer. */
  @Override
  public JsonObject toJson() {
    return spoken(false, JsonValue.EMPTY_JSON_OBJECT)
        .text("output_format", settings.outputFormat)
        .flag("aigc_watermark", settings.watermark)
        .toJson();
  }

  /**
   * This request, for one answer.
   *
   * @throws InvalidRequest when it has an option that only streams have
   */
  public SpeechRequest requireWhole() {
    if (settings.constantBitrate.orElse(false)) {
      throw new InvalidRequest("audio_setting.force_cbr", true, "only in a stream");
    }
    return this;
  }

  /**
   * This request, for a stream; by default without the whole audio at its end.
   *
   * @throws InvalidRequest when it has an option or format that streams do not have
   */
  public WireRequest asStream() {
    SpeechRules.checkStream(settings.audio, settings.modify);
    if (!settings.outputFormat.equals(HEX)) {
      throw new InvalidRequest("output_format", settings.outputFormat, "hex in a stream");
    }
    if (settings.watermark.orElse(false)) {
      throw new InvalidRequest("aigc_watermark", true, "only in one answer");
    }
    JsonObject options =
        new Fields()
            .flag("exclude_aggregated_audio", Optional.of(!settings.wholeAudioAtTheEnd))
            .toJson();
    return () -> spoken(true, options).toJson();
  }

  private Fields spoken(boolean stream, JsonObject streamOptions) {
    return new Fields()
        .text("model", settings.model.value())
        .text("text", settings.text)
        .flag("stream", Optional.of(stream))
        .nested("stream_options", streamOptions)
        .nested("voice_setting", settings.voice.toJson())
        .nested("audio_setting", audioSetting())
        .nested("pronunciation_dict", pronunciation())
        .nested("timbre_weights", mix())
        .text("language_boost", settings.languageBoost)
        .nested(
            "voice_modify",
            settings.modify.map(VoiceModify::toJson).orElse(JsonValue.EMPTY_JSON_OBJECT))
        .flag("subtitle_enable", settings.subtitleType.map(type -> true))
        .text("subtitle_type", settings.subtitleType)
        .flag("continuous_sound", settings.continuousSound);
  }

  private JsonObject audioSetting() {
    return JsonText.JSON
        .createObjectBuilder(settings.audio.toJson())
        .addAll(
            JsonText.JSON.createObjectBuilder(
                new Fields().flag("force_cbr", settings.constantBitrate).toJson()))
        .build();
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
    private Optional<SubtitleType> subtitleType = Optional.empty();
    private String outputFormat = HEX;
    private Optional<Boolean> watermark = Optional.empty();
    private Optional<Boolean> constantBitrate = Optional.empty();
    private Optional<Boolean> continuousSound = Optional.empty();
    private boolean wholeAudioAtTheEnd;

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
      constantBitrate = other.constantBitrate;
      continuousSound = other.continuousSound;
      wholeAudioAtTheEnd = other.wholeAudioAtTheEnd;
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

    /** Asks for subtitles too. */
    public Builder subtitles(SubtitleType type) {
      subtitleType = Optional.of(type);
      return this;
    }

    /** Asks for an address instead of the audio itself. */
    public Builder asUrl() {
      outputFormat = "url";
      return this;
    }

    /** Asks for an inaudible mark that says "made by a machine"; not in streams. */
    public Builder watermark(boolean value) {
      watermark = Optional.of(value);
      return this;
    }

    /** Asks for mp3 of constant bitrate; in streams only. */
    public Builder constantBitrate(boolean value) {
      constantBitrate = Optional.of(value);
      return this;
    }

    /** Asks for smoother joins between pieces; 2.8 models only. */
    public Builder continuousSound(boolean value) {
      continuousSound = Optional.of(value);
      return this;
    }

    /** Asks a stream to repeat its whole audio at its end, for providers that send no pieces. */
    public Builder wholeAudioAtTheEnd() {
      wholeAudioAtTheEnd = true;
      return this;
    }

    /**
     * @throws InvalidRequest when no voice is named, neither alone nor in a mix, when a pause in
     *     the text is not as the contract wants it, or for options that the model or the format
     *     does not have
     */
    public SpeechRequest build() {
      SpeechRules.checkPauses(text);
      SpeechRules.checkEmotion(model, voice.emotion());
      SpeechRules.checkLanguage(model, languageBoost);
      SpeechRules.checkEffects(audio, modify);
      if (constantBitrate.orElse(false)
          && !audio.format().orElse(AudioFormat.MP3).equals(AudioFormat.MP3)) {
        throw new InvalidRequest("audio_setting.force_cbr", "true with another format", "mp3");
      }
      if (mix.isEmpty()) {
        Check.notBlank("voice_setting.voice_id", voice.voiceId());
      }
      return new SpeechRequest(new Builder(this));
    }
  }
}
