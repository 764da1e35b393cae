package dev.timbre.provider.client.wire.image;

import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answer to drawing images: addresses, or the images themselves. Success may be partial: see
 * {@link #isPartial}.
 *
 * @param id the provider's id of this drawing
 * @param urls 24 h alive; only without {@link ImageRequest.Builder#embedded}
 * @param images only with {@link ImageRequest.Builder#embedded}
 * @param successCount images drawn, as the provider counts
 * @param failedCount images asked for that could not be drawn, most often for their content
 */
public record ImageAnswer(
    Optional<String> id,
    List<ProviderUrl> urls,
    List<DrawnImage> images,
    OptionalInt successCount,
    OptionalInt failedCount,
    Optional<String> traceId)
    implements WireAnswer {

  public ImageAnswer {
    urls = List.copyOf(urls);
    images = List.copyOf(images);
  }

  /** An answer in which nothing was drawn is one only if it says that all failed. */
  public static ImageAnswer read(Reply reply) {
    WireObject root = reply.judged("data", "metadata");
    WireObject data = root.object("data").orElse(WireObject.EMPTY);
    WireObject metadata = root.object("metadata").orElse(WireObject.EMPTY);
    try {
      ImageAnswer answer =
          new ImageAnswer(
              root.text("id"),
              data.texts("image_urls").stream().map(ImageAnswer::url).toList(),
              data.texts("image_base64").stream().map(DrawnImage::ofBase64).toList(),
              metadata.smallInteger("success_count"),
              metadata.smallInteger("failed_count"),
              reply.trace(root));
      if (answer.drawnCount() == 0 && !answer.isPartial()) {
        throw reply.unreadable("success without an image");
      }
      return answer;
    } catch (IllegalArgumentException damaged) {
      throw reply.unreadable(damaged.getMessage());
    }
  }

  private static ProviderUrl url(String text) {
    try {
      return new ProviderUrl(URI.create(text.strip()));
    } catch (IllegalArgumentException noAddress) {
      throw new IllegalArgumentException("data.image_urls holds no web address", noAddress);
    }
  }

  /** How many images this answer holds, as addresses or as bytes. */
  public int drawnCount() {
    return urls.size() + images.size();
  }

  /** Whether some, or all, of the images asked for are not here. */
  public boolean isPartial() {
    return failedCount.orElse(0) > 0 || successCount.orElse(0) > drawnCount();
  }
}
