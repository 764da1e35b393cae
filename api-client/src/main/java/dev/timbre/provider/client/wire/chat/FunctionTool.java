package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.Objects;

/**
 * A function that the model may ask for.
 *
 * @param description tells the model when to ask for it
 * @param parameters JSON Schema of its arguments; an empty object for a function without any
 */
public record FunctionTool(String name, String description, JsonObject parameters) {

  /**
   * @throws InvalidRequest for a blank name or description
   */
  public FunctionTool {
    Check.notBlank("tools.function.name", name);
    Check.notBlank("tools.function.description", description);
    Objects.requireNonNull(parameters, "parameters");
  }

  JsonObject toJson() {
    JsonObject function =
        new Fields()
            .text("name", name)
            .text("description", description)
            .nested("parameters", parameters)
            .toJson();
    return new Fields().text("type", "function").nested("function", function).toJson();
  }
}
