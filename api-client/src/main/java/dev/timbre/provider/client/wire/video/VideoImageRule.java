package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.ImageFormat;
import dev.timbre.provider.client.wire.ImageInput;
import dev.timbre.provider.client.wire.ImageSize;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which pictures a video may be made from: JPEG, PNG or WebP below 20 MB, the shorter side above
 * 300 pixels, width to height from 2:5 to 5:2 (MiniMax API reference, "Video"). Of a picture behind
 * an address only the address can be checked, of WebP not the sides.
 */
final class VideoImageRule {

  private static final Set<ImageFormat> FORMATS = EnumSet.allOf(ImageFormat.class);
  private static final int MOST_BYTES = 20 * 1024 * 1024;
  private static final int SHORT_SIDE = 300;
  private static final double NARROWEST = 2.0 / 5;
  private static final double WIDEST = 5.0 / 2;

  private VideoImageRule() {}

  /**
   * @return {@code picture}
   * @throws InvalidRequest when it breaks the rule
   */
  static ImageInput require(String field, ImageInput picture) {
    requireFormat(field, picture);
    Optional<ImageSize> size = picture.size();
    if (size.filter(s -> s.shortSide() <= SHORT_SIDE).isPresent()) {
      throw new InvalidRequest(field, size.get(), "shorter side above 300 pixels");
    }
    if (size.filter(s -> s.ratio() < NARROWEST || s.ratio() > WIDEST).isPresent()) {
      throw new InvalidRequest(field, size.get(), "width to height from 2:5 to 5:2");
    }
    return picture;
  }

  /**
   * Format and size in bytes alone; nothing more is said of pictures for templates.
   *
   * @throws InvalidRequest when it breaks that part of the rule
   */
  static void requireFormat(String field, ImageInput picture) {
    picture.require(field, FORMATS, MOST_BYTES);
  }
}
