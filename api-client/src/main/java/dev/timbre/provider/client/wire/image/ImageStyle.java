package dev.timbre.provider.client.wire.image;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.OptionalDouble;

/**
 * The manner that {@link ImageModel#IMAGE_01_LIVE} draws in. Open (MiniMax API reference, "Image").
 *
 * @param weight above 0 up to 1; the provider's default is 0.8
 */
public record ImageStyle(String type, OptionalDouble weight) {

  /** Comic. */
  public static final ImageStyle COMIC = ImageStyle.of("漫画");

  /** Lively, bright. */
  public static final ImageStyle LIVELY = ImageStyle.of("元气");

  /** Medieval. */
  public static final ImageStyle MEDIEVAL = ImageStyle.of("中世纪");

  /** Watercolour. */
  public static final ImageStyle WATERCOLOUR = ImageStyle.of("水彩");

  /**
   * @throws InvalidRequest for a blank type or a weight out of range
   */
  public ImageStyle {
    Check.notBlank("style.style_type", type);
    if (weight.isPresent() && !(weight.getAsDouble() > 0 && weight.getAsDouble() <= 1)) {
      throw new InvalidRequest("style.style_weight", weight.getAsDouble(), "above 0, at most 1");
    }
  }

  /** A style at the provider's usual weight. */
  public static ImageStyle of(String type) {
    return new ImageStyle(type, OptionalDouble.empty());
  }

  public ImageStyle withWeight(double value) {
    return new ImageStyle(type, OptionalDouble.of(value));
  }

  JsonObject toJson() {
    return new Fields().text("style_type", type).number("style_weight", weight).toJson();
  }
}
