package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.OptionalDouble;

/**
 * A video, at most 50 MB; only in the form of OpenAI. Larger ones are stored first.
 *
 * @param framesPerSecond how many pictures of a second the model sees: 0.2 to 5
 */
public record VideoPart(MediaAddress address, OptionalDouble framesPerSecond)
    implements ContentPart {

  private static final long LARGEST = 50L * 1024 * 1024;

  /**
   * @throws InvalidRequest when the video is too large or the rate out of range
   */
  public VideoPart {
    address.require("messages.content.video_url", LARGEST);
    Check.range("messages.content.video_url.fps", framesPerSecond, 0.2, 5);
  }

  /** At the provider's usual rate. */
  public static VideoPart of(MediaAddress address) {
    return new VideoPart(address, OptionalDouble.empty());
  }

  @Override
  public JsonObject toJson() {
    JsonObject video =
        new Fields().text("url", address.value()).number("fps", framesPerSecond).toJson();
    return new Fields().text("type", "video_url").nested("video_url", video).toJson();
  }

  @Override
  public long size() {
    return address.value().length();
  }
}
