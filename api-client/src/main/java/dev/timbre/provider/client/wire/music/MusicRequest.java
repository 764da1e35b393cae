package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks for music, whole or as a stream. Its limits, also those of the model, are checked when it is
 * built (MiniMax API reference, "Music"). Made with {@link #of}.
 */
public final class MusicRequest implements WireRequest {

  private final Builder settings;

  private MusicRequest(Builder settings) {
    this.settings = settings;
  }

  /** Music by {@code model}. */
  public static Builder of(MusicModel model) {
    return new Builder(model);
  }

  /**
   * This request, for a stream.
   *
   * @throws InvalidRequest when an address was asked for: a stream is always hex
   */
  public WireRequest asStream() {
    if (settings.outputFormat.equals(Builder.URL)) {
      throw new InvalidRequest("output_format", Builder.URL, "hex in a stream");
    }
    return () -> played(true);
  }

  @Override
  public JsonObject toJson() {
    return played(false);
  }

  private JsonObject played(boolean stream) {
    Fields fields =
        new Fields()
            .text("model", settings.model.value())
            .text("prompt", settings.prompt)
            .text("lyrics", settings.lyrics)
            .flag("is_instrumental", settings.instrumental)
            .flag("lyrics_optimizer", settings.lyricsOptimizer)
            .flag("stream", Optional.of(stream))
            .text("output_format", settings.outputFormat)
            .nested("audio_setting", settings.audio.toJson())
            .flag("aigc_watermark", settings.watermark);
    settings.source.ifPresent(source -> source.writeTo(fields));
    return fields.toJson();
  }

  @Override
  public String toString() {
    return "MusicRequest[" + settings.model + "]";
  }

  /** Collects the options of a piece; those not set are left to the provider's default. */
  public static final class Builder {
    private static final String HEX = "hex";
    private static final String URL = "url";

    private final MusicModel model;
    private Optional<String> prompt = Optional.empty();
    private Optional<String> lyrics = Optional.empty();
    private Optional<Boolean> instrumental = Optional.empty();
    private Optional<Boolean> lyricsOptimizer = Optional.empty();
    private String outputFormat = HEX;
    private MusicAudioSetting audio = MusicAudioSetting.defaults();
    private Optional<Boolean> watermark = Optional.empty();
    private Optional<CoverSource> source = Optional.empty();

    private Builder(MusicModel model) {
      this.model = Objects.requireNonNull(model, "model");
    }

    private Builder(Builder other) {
      model = other.model;
      prompt = other.prompt;
      lyrics = other.lyrics;
      instrumental = other.instrumental;
      lyricsOptimizer = other.lyricsOptimizer;
      outputFormat = other.outputFormat;
      audio = other.audio;
      watermark = other.watermark;
      source = other.source;
    }

    /**
     * Style, mood, instruments.
     *
     * @throws InvalidRequest when blank
     */
    public Builder prompt(String value) {
      prompt = Optional.of(Check.notBlank("prompt", value));
      return this;
    }

    /**
     * What is sung, line by line; {@link StructureTag}s say which part of the song the lines are.
     *
     * @throws InvalidRequest when blank
     */
    public Builder lyrics(String value) {
      lyrics = Optional.of(Check.notBlank("lyrics", value));
      return this;
    }

    /** Nobody sings; then there must be a prompt. */
    public Builder instrumental(boolean value) {
      instrumental = Optional.of(value);
      return this;
    }

    /** Lets the provider write lyrics where there are none. */
    public Builder lyricsOptimizer(boolean value) {
      lyricsOptimizer = Optional.of(value);
      return this;
    }

    /** Asks for an address instead of the music itself. */
    public Builder asUrl() {
      outputFormat = URL;
      return this;
    }

    public Builder audio(MusicAudioSetting value) {
      audio = Objects.requireNonNull(value, "audio");
      return this;
    }

    public Builder watermark(boolean value) {
      watermark = Optional.of(value);
      return this;
    }

    /** The song to make anew; for {@link MusicModel#COVER}. */
    public Builder coverOf(CoverSource value) {
      source = Optional.of(value);
      return this;
    }

    /**
     * @throws InvalidRequest when a text is too short, too long or missing, or a song is missing or
     *     of no use, for a known model
     */
    public MusicRequest build() {
      MusicModelRule.of(model).ifPresent(this::require);
      return new MusicRequest(new Builder(this));
    }

    private void require(MusicModelRule rule) {
      rule.requireTexts(prompt, lyrics, instrumental.orElse(false), lyricsOptimizer.orElse(false));
      rule.requireSource(source.isPresent());
    }
  }
}
