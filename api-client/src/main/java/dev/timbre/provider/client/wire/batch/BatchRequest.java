package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.WireRequest;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Orders a batch of conversations.
 *
 * @param input the uploaded lines
 * @param callback told of each change, once it has answered the provider's challenge within 3 s
 */
public record BatchRequest(FileId input, Optional<URI> callback) implements WireRequest {

  /** The provider offers no other. */
  private static final String COMPLETION_WINDOW = "24h";

  /**
   * @throws InvalidRequest for a callback that is no web address
   */
  public BatchRequest {
    Objects.requireNonNull(input, "input");
    callback.ifPresent(address -> Check.webAddress("callback_url", address));
  }

  /** Without a callback. */
  public static BatchRequest of(FileId input) {
    return new BatchRequest(input, Optional.empty());
  }

  /** Other than elsewhere, the file's id is text here. */
  @Override
  public JsonObject toJson() {
    return new Fields()
        .text("input_file_id", input.value())
        .text("endpoint", ChatEndpoint.NATIVE.path())
        .text("completion_window", COMPLETION_WINDOW)
        .text("callback_url", callback)
        .toJson();
  }
}
