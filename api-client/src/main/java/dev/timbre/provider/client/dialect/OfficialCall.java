package dev.timbre.provider.client.dialect;

import dev.timbre.provider.client.error.Operation;
import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * A call as the official API has it.
 *
 * @param path from the root, ids filled in, without a query
 * @param body of a JSON request; empty for others
 */
public record OfficialCall(Operation operation, String path, Optional<JsonObject> body) {

  public OfficialCall {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(body, "body");
  }

  /** The model that the body names. */
  Optional<String> model() {
    return body.map(json -> json.getString("model", "")).filter(model -> !model.isEmpty());
  }
}
