package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Asks for speech, in one answer or in a stream. Its limits are checked when it is built; those of
 * one of the two ways when it goes that way.
 */
public final class SpeechRequest implements WireRequest {

  /** The contract says fewer than 10,000. */
  private static final int LONGEST_TEXT = 9_999;

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
    return settings.model();
  }

  public String text() {
    return settings.text;
  }

  public VoiceSetting voice() {
    return settings.voice();
  }

  public AudioSetting audio() {
    return settings.audio();
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
    SpeechRules.checkStream(audio(), settings.modify());
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
    return settings.writeTo(
        new Fields()
            .text("model", model().value())
            .text("text", settings.text)
            .flag("stream", Optional.of(stream))
            .nested("stream_options", streamOptions)
            .nested("voice_setting", voice().toJson())
            .nested("audio_setting", audioSetting()));
  }

  private JsonObject audioSetting() {
    return JsonText.JSON
        .createObjectBuilder(audio().toJson())
        .addAll(
            JsonText.JSON.createObjectBuilder(
                new Fields().flag("force_cbr", settings.constantBitrate).toJson()))
        .build();
  }

  @Override
  public String toString() {
    return "SpeechRequest[" + model() + ", " + settings.text.length() + " characters]";
  }

  /** Collects the options of a synthesis; those not set are left to the provider's default. */
  public static final class Builder extends LiveSpeechOptions<Builder> {
    private final String text;
    private String outputFormat = HEX;
    private Optional<Boolean> watermark = Optional.empty();
    private Optional<Boolean> constantBitrate = Optional.empty();
    private boolean wholeAudioAtTheEnd;

    private Builder(SpeechModel model, String text, VoiceSetting voice) {
      super(model, voice);
      this.text = Check.length("text", text, LONGEST_TEXT);
    }

    private Builder(Builder other) {
      super(other);
      text = other.text;
      outputFormat = other.outputFormat;
      watermark = other.watermark;
      constantBitrate = other.constantBitrate;
      wholeAudioAtTheEnd = other.wholeAudioAtTheEnd;
    }

    @Override
    Builder self() {
      return this;
    }

    /** Asks for an address instead of the audio itself. */
    public Builder asUrl() {
      outputFormat = "url";
      return this;
    }

    /**
     * Asks for a mark at the end that can be heard and says "made by a machine"; not in streams.
     */
    public Builder watermark(boolean value) {
      watermark = Optional.of(value);
      return this;
    }

    /** Asks for mp3 of constant bitrate; in streams only. */
    public Builder constantBitrate(boolean value) {
      constantBitrate = Optional.of(value);
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
      check();
      SpeechRules.checkPauses(text);
      SpeechRules.checkEffects(audio(), modify());
      if (constantBitrate.orElse(false)
          && !audio().format().orElse(AudioFormat.MP3).equals(AudioFormat.MP3)) {
        throw new InvalidRequest("audio_setting.force_cbr", "true with another format", "mp3");
      }
      return new SpeechRequest(new Builder(this));
    }
  }
}
