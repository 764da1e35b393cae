package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Asks for an answer that is JSON of a given shape. In the provider's own form only {@link
 * ChatModel#TEXT_01} keeps to it; the answer is to be checked in any case.
 *
 * @param schema JSON Schema of the answer
 */
public record ResponseFormat(String name, Optional<String> description, JsonObject schema) {

  /**
   * @throws InvalidRequest for a blank name or an empty schema
   */
  public ResponseFormat {
    Check.notBlank("response_format.json_schema.name", name);
    if (schema.isEmpty()) {
      throw new InvalidRequest("response_format.json_schema.schema", "empty", "a JSON Schema");
    }
  }

  JsonObject toJson() {
    JsonObject jsonSchema =
        new Fields()
            .text("name", name)
            .text("description", description)
            .nested("schema", schema)
            .toJson();
    return new Fields().text("type", "json_schema").nested("json_schema", jsonSchema).toJson();
  }
}
