package dev.timbre.provider.client.wire.image;

import dev.timbre.provider.client.wire.Check;

/** An image model's name. Open: new models pass through (MiniMax API reference, "Image"). */
public record ImageModel(String value) {

  public static final ImageModel IMAGE_01 = new ImageModel("image-01");

  /** Draws in a {@link ImageStyle}. */
  public static final ImageModel IMAGE_01_LIVE = new ImageModel("image-01-live");

  public ImageModel {
    Check.notBlank("model", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
