package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.WireRequest;
import dev.timbre.provider.client.wire.speech.LanguageBoost;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Asks for a clone of a voice. Its limits are checked when it is built. The call is synchronous and
 * takes seconds to tens of seconds.
 */
public final class CloneRequest implements WireRequest {

  private static final int LONGEST_PREVIEW = 1000;
  private static final int LONGEST_EXPECTED_TEXT = 200;

  private final Builder settings;

  private CloneRequest(Builder settings) {
    this.settings = settings;
  }

  /**
   * @param sample upload with purpose {@code voice_clone}
   * @param voiceId the new voice's id; see {@link VoiceIdRule}
   * @throws InvalidRequest when the id breaks the rule, or the sample's id is no whole number
   */
  public static Builder of(FileId sample, String voiceId) {
    return new Builder(sample, voiceId);
  }

  /** The id that the voice will have. */
  public String voiceId() {
    return settings.voiceId;
  }

  /** The sample's file. */
  public FileId sample() {
    return settings.sample;
  }

  /** Whether a preview is asked for, which is charged. */
  public boolean hasPreview() {
    return settings.previewText.isPresent();
  }

  /**
   * The same request without preview text: what to send again after an ambiguous end, so that
   * nothing is charged twice.
   */
  public CloneRequest withoutPreview() {
    Builder copy = new Builder(settings);
    copy.previewText = Optional.empty();
    copy.previewModel = Optional.empty();
    return copy.build();
  }

  @Override
  public JsonObject toJson() {
    return new Fields()
        .id("file_id", settings.sample)
        .text("voice_id", settings.voiceId)
        .nested("clone_prompt", settings.prompt.map(ClonePrompt::toJson))
        .text("text", settings.previewText)
        .text("model", settings.previewModel)
        .text("language_boost", settings.languageBoost)
        .text("text_validation", settings.expectedText)
        .number("accuracy", settings.accuracy)
        .flag("need_noise_reduction", settings.noiseReduction)
        .flag("need_volume_normalization", settings.volumeNormalization)
        .flag("aigc_watermark", settings.watermark)
        .toJson();
  }

  @Override
  public String toString() {
    return "CloneRequest[" + settings.voiceId + " from file " + settings.sample + "]";
  }

  /** Collects the options of a clone; those not set are left to the provider's default. */
  public static final class Builder {
    private final FileId sample;
    private final String voiceId;
    private Optional<ClonePrompt> prompt = Optional.empty();
    private Optional<String> previewText = Optional.empty();
    private Optional<SpeechModel> previewModel = Optional.empty();
    private Optional<LanguageBoost> languageBoost = Optional.empty();
    private Optional<String> expectedText = Optional.empty();
    private OptionalDouble accuracy = OptionalDouble.empty();
    private Optional<Boolean> noiseReduction = Optional.empty();
    private Optional<Boolean> volumeNormalization = Optional.empty();
    private Optional<Boolean> watermark = Optional.empty();

    private Builder(FileId sample, String voiceId) {
      this.sample = sample.requireInteger("file_id");
      this.voiceId = VoiceIdRule.requireNew(voiceId);
    }

    private Builder(Builder other) {
      this(other.sample, other.voiceId);
      prompt = other.prompt;
      previewText = other.previewText;
      previewModel = other.previewModel;
      languageBoost = other.languageBoost;
      expectedText = other.expectedText;
      accuracy = other.accuracy;
      noiseReduction = other.noiseReduction;
      volumeNormalization = other.volumeNormalization;
      watermark = other.watermark;
    }

    public Builder prompt(ClonePrompt value) {
      prompt = Optional.of(value);
      return this;
    }

    /**
     * Text that the new voice speaks as a preview; charged as a synthesis with {@code model}.
     *
     * @throws InvalidRequest over 1,000 characters
     */
    public Builder preview(String text, SpeechModel model) {
      previewText = Optional.of(Check.length("text", text, LONGEST_PREVIEW));
      previewModel = Optional.of(model);
      return this;
    }

    public Builder languageBoost(LanguageBoost value) {
      languageBoost = Optional.of(value);
      return this;
    }

    /**
     * Lets the provider compare what the sample says with {@code text}.
     *
     * @param threshold 0 to 1; the provider's default is 0.7
     * @throws InvalidRequest over 200 characters, or a threshold out of range
     */
    public Builder expectedText(String text, OptionalDouble threshold) {
      Check.range("accuracy", threshold, 0, 1);
      expectedText = Optional.of(Check.length("text_validation", text, LONGEST_EXPECTED_TEXT));
      accuracy = threshold;
      return this;
    }

    public Builder noiseReduction(boolean value) {
      noiseReduction = Optional.of(value);
      return this;
    }

    public Builder volumeNormalization(boolean value) {
      volumeNormalization = Optional.of(value);
      return this;
    }

    /** An audible mark at the end of the preview. */
    public Builder watermark(boolean value) {
      watermark = Optional.of(value);
      return this;
    }

    public CloneRequest build() {
      return new CloneRequest(new Builder(this));
    }
  }
}
