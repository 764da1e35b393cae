package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.ImageInput;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Orders a video. Its limits, also those of the model, are checked when it is built (MiniMax API
 * reference, "Video"). Made with {@link #of}.
 */
public final class VideoRequest implements WireRequest {

  private static final int LONGEST_PROMPT = 2000;

  private final VideoModel model;
  private final JsonObject json;

  private VideoRequest(VideoModel model, JsonObject json) {
    this.model = model;
    this.json = json;
  }

  /** A video by {@code model}, which may need words, a picture or both. */
  public static Builder of(VideoModel model) {
    return new Builder(model);
  }

  @Override
  public JsonObject toJson() {
    return json;
  }

  @Override
  public String toString() {
    return "VideoRequest[" + model + "]";
  }

  /** Collects the options of a video; those not set are left to the provider's default. */
  public static final class Builder {
    private final VideoModel model;
    private Optional<String> prompt = Optional.empty();
    private Optional<ImageInput> firstFrame = Optional.empty();
    private Optional<ImageInput> lastFrame = Optional.empty();
    private Optional<ImageInput> subject = Optional.empty();
    private Optional<Boolean> promptOptimizer = Optional.empty();
    private Optional<Boolean> fastPretreatment = Optional.empty();
    private OptionalInt duration = OptionalInt.empty();
    private Optional<Resolution> resolution = Optional.empty();
    private Optional<URI> callback = Optional.empty();
    private Optional<Boolean> watermark = Optional.empty();

    private Builder(VideoModel model) {
      this.model = Objects.requireNonNull(model, "model");
    }

    /**
     * What happens in the video; may hold {@link CameraMove}s.
     *
     * @throws InvalidRequest when blank or over 2,000 characters
     */
    public Builder prompt(String value) {
      prompt = Optional.of(Check.length("prompt", value, LONGEST_PROMPT));
      return this;
    }

    /**
     * The picture that the video begins with.
     *
     * @throws InvalidRequest when it breaks the {@link VideoImageRule}
     */
    public Builder firstFrame(ImageInput value) {
      firstFrame = Optional.of(VideoImageRule.require("first_frame_image", value));
      return this;
    }

    /**
     * The picture that the video ends with; {@link VideoModel#HAILUO_02} only.
     *
     * @throws InvalidRequest when it breaks the {@link VideoImageRule}
     */
    public Builder lastFrame(ImageInput value) {
      lastFrame = Optional.of(VideoImageRule.require("last_frame_image", value));
      return this;
    }

    /**
     * A picture of the person to show; {@link VideoModel#S2V_01} only.
     *
     * @throws InvalidRequest when it breaks the {@link VideoImageRule}
     */
    public Builder subject(ImageInput value) {
      subject = Optional.of(VideoImageRule.require("subject_reference.image", value));
      return this;
    }

    /** Lets the provider rewrite the prompt; it does so if nothing is said. */
    public Builder promptOptimizer(boolean value) {
      promptOptimizer = Optional.of(value);
      return this;
    }

    /** Shortens the rewriting of the prompt. */
    public Builder fastPretreatment(boolean value) {
      fastPretreatment = Optional.of(value);
      return this;
    }

    /** In seconds; 6, or 10 where model and resolution allow it. */
    public Builder duration(int seconds) {
      duration = OptionalInt.of(seconds);
      Check.range("duration", duration, 1, Integer.MAX_VALUE);
      return this;
    }

    public Builder resolution(Resolution value) {
      resolution = Optional.of(value);
      return this;
    }

    /**
     * Where the provider tells how the video is getting on. It asks that address a challenge before
     * it accepts the order: see {@code dev.timbre.provider.client.callback}.
     *
     * @throws InvalidRequest when it is not http or https
     */
    public Builder callback(URI value) {
      callback = Optional.of(Check.webAddress("callback_url", value));
      return this;
    }

    public Builder watermark(boolean value) {
      watermark = Optional.of(value);
      return this;
    }

    /**
     * @throws InvalidRequest when there is neither a prompt nor a picture, or a known model cannot
     *     do what is asked
     */
    public VideoRequest build() {
      if (firstFrame.isEmpty() && lastFrame.isEmpty() && subject.isEmpty()) {
        Check.notBlank("prompt", prompt.orElse(null));
      }
      VideoModelRule.of(model).ifPresent(this::require);
      return new VideoRequest(model, json());
    }

    private void require(VideoModelRule rule) {
      requireIf(rule.needsFirstFrame(), "first_frame_image", firstFrame.isPresent());
      requireIf(rule.needsSubject(), "subject_reference", subject.isPresent());
      refuseUnless(rule.needsSubject(), "subject_reference", subject.isPresent());
      refuseUnless(rule.takesLastFrame(), "last_frame_image", lastFrame.isPresent());
      refuseUnless(
          rule.takesFastPretreatment(), "fast_pretreatment", fastPretreatment.orElse(false));
      rule.requirePicture(resolution, duration, firstFrame.isPresent());
    }

    private void requireIf(boolean needed, String field, boolean present) {
      if (needed && !present) {
        throw new InvalidRequest(field, "missing", "required by model " + model);
      }
    }

    private void refuseUnless(boolean taken, String field, boolean present) {
      if (!taken && present) {
        throw new InvalidRequest(field, "present", "not taken by model " + model);
      }
    }

    private JsonObject json() {
      return new Fields()
          .text("model", model.value())
          .text("prompt", prompt)
          .text("first_frame_image", firstFrame.map(ImageInput::value))
          .text("last_frame_image", lastFrame.map(ImageInput::value))
          .nested("subject_reference", subjectReference())
          .flag("prompt_optimizer", promptOptimizer)
          .flag("fast_pretreatment", fastPretreatment)
          .number("duration", duration)
          .text("resolution", resolution)
          .text("callback_url", callback)
          .flag("aigc_watermark", watermark)
          .toJson();
    }

    private JsonArray subjectReference() {
      JsonArrayBuilder references = JsonText.JSON.createArrayBuilder();
      subject.ifPresent(
          picture ->
              references.add(
                  new Fields()
                      .text("type", "character")
                      .nested(
                          "image", JsonText.JSON.createArrayBuilder().add(picture.value()).build())
                      .toJson()));
      return references.build();
    }
  }
}
