package dev.timbre.provider.client.wire.image;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.ImageFormat;
import dev.timbre.provider.client.wire.ImageInput;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Asks for images. Its limits are checked when it is built (MiniMax API reference, "Image"). Made
 * with {@link #of}.
 */
public final class ImageRequest implements WireRequest {

  private static final int LONGEST_PROMPT = 1500;
  private static final int MOST_IMAGES = 9;
  private static final int SHORTEST_SIDE = 512;
  private static final int LONGEST_SIDE = 2048;
  private static final int SIDE_STEP = 8;
  private static final int REFERENCE_BYTES = 10 * 1024 * 1024;
  private static final Set<ImageFormat> REFERENCE_FORMATS =
      Set.of(ImageFormat.JPEG, ImageFormat.PNG);

  private final ImageModel model;
  private final JsonObject json;

  private ImageRequest(ImageModel model, JsonObject json) {
    this.model = model;
    this.json = json;
  }

  /**
   * @param prompt at most 1,500 characters
   * @throws InvalidRequest for a blank prompt or a longer one
   */
  public static Builder of(ImageModel model, String prompt) {
    return new Builder(model, prompt);
  }

  @Override
  public JsonObject toJson() {
    return json;
  }

  @Override
  public String toString() {
    return "ImageRequest[" + model + "]";
  }

  /** Collects the options of a drawing; those not set are left to the provider's default. */
  public static final class Builder {
    private final ImageModel model;
    private final String prompt;
    private Optional<ImageStyle> style = Optional.empty();
    private Optional<AspectRatio> aspectRatio = Optional.empty();
    private OptionalInt width = OptionalInt.empty();
    private OptionalInt height = OptionalInt.empty();
    private String responseFormat = "url";
    private OptionalInt seed = OptionalInt.empty();
    private OptionalInt count = OptionalInt.empty();
    private Optional<Boolean> promptOptimizer = Optional.empty();
    private Optional<Boolean> watermark = Optional.empty();
    private List<ImageInput> subjects = List.of();

    private Builder(ImageModel model, String prompt) {
      this.model = Objects.requireNonNull(model, "model");
      this.prompt = Check.length("prompt", prompt, LONGEST_PROMPT);
    }

    /** Only {@link ImageModel#IMAGE_01_LIVE} knows styles. */
    public Builder style(ImageStyle value) {
      style = Optional.of(value);
      return this;
    }

    /** Replaces a {@link #size}, which would be ignored beside it. */
    public Builder aspectRatio(AspectRatio value) {
      aspectRatio = Optional.of(value);
      width = OptionalInt.empty();
      height = OptionalInt.empty();
      return this;
    }

    /**
     * In pixels; only for {@link ImageModel#IMAGE_01}. Replaces an {@link #aspectRatio}.
     *
     * @throws InvalidRequest unless both are 512 to 2048 and multiples of 8
     */
    public Builder size(int newWidth, int newHeight) {
      requireSide("width", newWidth);
      requireSide("height", newHeight);
      width = OptionalInt.of(newWidth);
      height = OptionalInt.of(newHeight);
      aspectRatio = Optional.empty();
      return this;
    }

    private static void requireSide(String field, int pixels) {
      Check.range(field, OptionalInt.of(pixels), SHORTEST_SIDE, LONGEST_SIDE);
      if (pixels % SIDE_STEP != 0) {
        throw new InvalidRequest(field, pixels, "a multiple of " + SIDE_STEP);
      }
    }

    /** Asks for the images themselves instead of their addresses. */
    public Builder embedded() {
      responseFormat = "base64";
      return this;
    }

    /** The same seed and prompt draw alike. */
    public Builder seed(int value) {
      seed = OptionalInt.of(value);
      return this;
    }

    /**
     * How many images to draw, each charged; 1 if not said.
     *
     * @throws InvalidRequest unless 1 to 9
     */
    public Builder count(int value) {
      count = OptionalInt.of(value);
      Check.range("n", count, 1, MOST_IMAGES);
      return this;
    }

    /** Lets the provider rewrite the prompt. */
    public Builder promptOptimizer(boolean value) {
      promptOptimizer = Optional.of(value);
      return this;
    }

    public Builder watermark(boolean value) {
      watermark = Optional.of(value);
      return this;
    }

    /**
     * Pictures of the person to draw.
     *
     * @throws InvalidRequest unless they are JPEG or PNG below 10 MB, or web addresses
     */
    public Builder characters(List<ImageInput> pictures) {
      pictures.forEach(
          picture ->
              picture.require("subject_reference.image_file", REFERENCE_FORMATS, REFERENCE_BYTES));
      subjects = List.copyOf(pictures);
      return this;
    }

    /**
     * @throws InvalidRequest when a known model cannot do what is asked
     */
    public ImageRequest build() {
      if (model.equals(ImageModel.IMAGE_01)) {
        style.ifPresent(s -> refuse("style", s.type(), ImageModel.IMAGE_01_LIVE));
      }
      if (model.equals(ImageModel.IMAGE_01_LIVE)) {
        aspectRatio
            .filter(AspectRatio.CINEMA_21_9::equals)
            .ifPresent(ratio -> refuse("aspect_ratio", ratio, ImageModel.IMAGE_01));
        width.ifPresent(w -> refuse("width", w, ImageModel.IMAGE_01));
      }
      return new ImageRequest(model, json());
    }

    private void refuse(String field, Object value, ImageModel able) {
      throw new InvalidRequest(field, value + " with model " + model, "only with model " + able);
    }

    private JsonObject json() {
      return new Fields()
          .text("model", model.value())
          .text("prompt", prompt)
          .nested("style", style.map(ImageStyle::toJson))
          .text("aspect_ratio", aspectRatio)
          .number("width", width)
          .number("height", height)
          .text("response_format", responseFormat)
          .number("seed", seed)
          .number("n", count)
          .flag("prompt_optimizer", promptOptimizer)
          .nested("subject_reference", subjectReference())
          .flag("aigc_watermark", watermark)
          .toJson();
    }

    private JsonArray subjectReference() {
      JsonArrayBuilder references = JsonText.JSON.createArrayBuilder();
      for (ImageInput subject : subjects) {
        references.add(
            new Fields().text("type", "character").text("image_file", subject.value()).toJson());
      }
      return references.build();
    }
  }
}
