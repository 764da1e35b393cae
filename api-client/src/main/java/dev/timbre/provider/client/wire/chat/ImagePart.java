package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A picture, at most 10 MB.
 *
 * @param detail how closely the model looks; open; only in the form of OpenAI
 * @param longSide pixels to which the longer side is shrunk; only in the form of OpenAI
 */
public record ImagePart(MediaAddress address, Optional<String> detail, OptionalInt longSide)
    implements ContentPart {

  private static final long LARGEST = 10L * 1024 * 1024;

  /**
   * @throws InvalidRequest when the picture is too large or the side not positive
   */
  public ImagePart {
    address.require("messages.content.image_url", LARGEST);
    Check.range("messages.content.image_url.max_long_side_pixel", longSide, 1, Integer.MAX_VALUE);
  }

  /** As the provider usually looks at it. */
  public static ImagePart of(MediaAddress address) {
    return new ImagePart(address, Optional.empty(), OptionalInt.empty());
  }

  @Override
  public JsonObject toJson() {
    JsonObject image =
        new Fields()
            .text("url", address.value())
            .text("detail", detail)
            .number("max_long_side_pixel", longSide)
            .toJson();
    return new Fields().text("type", "image_url").nested("image_url", image).toJson();
  }

  @Override
  public long size() {
    return address.value().length();
  }
}
