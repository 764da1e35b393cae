package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * Orders the synthesis of a long text, given here or in an uploaded file. Its limits are checked
 * when it is built. Names and limits: MiniMax API reference, "Text to speech, asynchronous".
 */
public final class LongSpeechRequest implements WireRequest {

  private static final int LONGEST_TEXT = 50_000;

  private final Builder settings;

  private LongSpeechRequest(Builder settings) {
    this.settings = settings;
  }

  /**
   * Speaks a text.
   *
   * @throws InvalidRequest for blank text or text of more than 50,000 characters
   */
  public static Builder ofText(SpeechModel model, String text, VoiceSetting voice) {
    return new Builder(
        model, voice, Optional.of(Check.length("text", text, LONGEST_TEXT)), Optional.empty());
  }

  /**
   * Speaks a stored file, uploaded for the purpose {@code t2a_async_input}.
   *
   * @throws InvalidRequest when the id is no whole number
   */
  public static Builder ofFile(SpeechModel model, FileId file, VoiceSetting voice) {
    return new Builder(
        model, voice, Optional.empty(), Optional.of(file.requireInteger("text_file_id")));
  }

  @Override
  public JsonObject toJson() {
    Fields fields =
        new Fields().text("model", settings.model().value()).text("text", settings.text);
    settings.file.ifPresent(file -> fields.id("text_file_id", file));
    fields
        .nested("voice_setting", settings.voice().toJson("english_normalization"))
        .nested("audio_setting", settings.audio.toJson());
    return settings.writeTo(fields).flag("aigc_watermark", settings.watermark).toJson();
  }

  @Override
  public String toString() {
    String source =
        settings
            .text
            .map(text -> text.length() + " characters")
            .or(() -> settings.file.map(file -> "file " + file))
            .orElseThrow();
    return "LongSpeechRequest[" + settings.model() + ", " + source + "]";
  }

  /** Collects the options of an order; those not set are left to the provider's default. */
  public static final class Builder extends SpeechOptions<Builder> {
    private final Optional<String> text;
    private final Optional<FileId> file;
    private LongAudioSetting audio = LongAudioSetting.defaults();
    private Optional<Boolean> watermark = Optional.empty();

    private Builder(
        SpeechModel model, VoiceSetting voice, Optional<String> text, Optional<FileId> file) {
      super(model, voice);
      this.text = text;
      this.file = file;
    }

    private Builder(Builder other) {
      super(other);
      text = other.text;
      file = other.file;
      audio = other.audio;
      watermark = other.watermark;
    }

    @Override
    Builder self() {
      return this;
    }

    public Builder audio(LongAudioSetting value) {
      audio = Objects.requireNonNull(value, "audio");
      return this;
    }

    public Builder watermark(boolean value) {
      watermark = Optional.of(value);
      return this;
    }

    /**
     * @throws InvalidRequest when no voice is named, or options do not go together
     */
    public LongSpeechRequest build() {
      check();
      text.ifPresent(SpeechRules::checkPauses);
      AudioFormat format = audio.format().orElse(AudioFormat.MP3);
      if (modify().isPresent() && !SpeechRules.WITH_EFFECTS.contains(format)) {
        throw new InvalidRequest("voice_modify", "set with " + format, "with mp3, wav or flac");
      }
      return new LongSpeechRequest(new Builder(this));
    }
  }
}
