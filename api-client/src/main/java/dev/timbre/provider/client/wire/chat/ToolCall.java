package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireObject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A function that the model asks for.
 *
 * @param id to be given back with the result; opaque
 * @param arguments as the model wrote them: it may have written no valid JSON
 */
public record ToolCall(String id, String name, String arguments) {

  /** The calls of a message; one without a function's name asks for nothing and is left out. */
  static List<ToolCall> readAll(WireObject message) {
    return message.objects("tool_calls").stream().flatMap(call -> read(call).stream()).toList();
  }

  private static Optional<ToolCall> read(WireObject call) {
    WireObject function = call.object("function").orElse(WireObject.EMPTY);
    return function
        .text("name")
        .map(name -> new ToolCall(call.text("id").orElse(""), name, argumentsOf(function)));
  }

  /** Text, as the contract has it, or the object itself. */
  static String argumentsOf(WireObject function) {
    return function.packedJson("arguments").orElse("");
  }

  /** The arguments, if they are one JSON object; no text at all is an empty one. */
  public Optional<JsonObject> argumentsObject() {
    return arguments.isBlank()
        ? Optional.of(JsonObject.EMPTY_JSON_OBJECT)
        : JsonText.soleObject(arguments.getBytes(StandardCharsets.UTF_8));
  }

  JsonObject toJson() {
    JsonObject function = new Fields().text("name", name).text("arguments", arguments).toJson();
    return new Fields()
        .text("id", id)
        .text("type", "function")
        .nested("function", function)
        .toJson();
  }

  @Override
  public String toString() {
    return "ToolCall[" + id + ", " + name + ", " + arguments.length() + " characters]";
  }
}
