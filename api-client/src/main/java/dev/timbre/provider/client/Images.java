package dev.timbre.provider.client;

import dev.timbre.provider.client.api.ImagesApi;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.image.ImageAnswer;
import dev.timbre.provider.client.wire.image.ImageRequest;

/** Drawing images. */
public final class Images {

  private final Calls calls;

  Images(Calls calls) {
    this.calls = calls;
  }

  /** Draws images, each charged; some may fail while others succeed. */
  public ImageAnswer draw(ImageRequest request) {
    return calls.perform(
        Operation.DRAW_IMAGES,
        () -> calls.clients().get(ImagesApi.class, calls.timeouts().speaking()).draw(request));
  }
}
