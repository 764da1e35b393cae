package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * Whether the model may ask for tools. Open.
 *
 * @param value a mode, or the name of a function
 * @param named whether it is a function's name
 */
public record ToolChoice(String value, boolean named) {

  public static final ToolChoice NONE = new ToolChoice("none", false);

  /** The model decides. */
  public static final ToolChoice AUTO = new ToolChoice("auto", false);

  public ToolChoice {
    Check.notBlank("tool_choice", value);
  }

  /** This function and no other; only in the form of OpenAI. */
  public static ToolChoice function(String name) {
    return new ToolChoice(name, true);
  }

  JsonValue toJson() {
    if (!named) {
      return JsonText.JSON.createValue(value);
    }
    JsonObject function = new Fields().text("name", value).toJson();
    return new Fields().text("type", "function").nested("function", function).toJson();
  }
}
