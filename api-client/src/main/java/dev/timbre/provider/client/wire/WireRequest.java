package dev.timbre.provider.client.wire;

import jakarta.json.JsonObject;

/** The body of a JSON request. */
public interface WireRequest {

  /** Exactly the names and types of the contract; what is not set is left out. */
  JsonObject toJson();

  /** {@link #toJson} in UTF-8. */
  default byte[] toBytes() {
    return bytes(toJson());
  }

  /** A body in UTF-8. */
  static byte[] bytes(JsonObject body) {
    return JsonText.bytes(body);
  }
}
