package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Json;
import java.util.List;
import java.util.Optional;

/** Reads a tool's name, description and schema, and what all forms demand of them. */
final class ToolFields {
  private static final String NAME = "[A-Za-z0-9_.-]{1,64}";

  private ToolFields() {}

  /**
   * One tool.
   *
   * @param schemaName under which the form puts the schema of the arguments
   * @throws dev.timbre.sandbox.model.Refusal 2013 naming the field
   */
  static Tool read(Fields holder, String schemaName) {
    String name = holder.requireText("name");
    if (!name.matches(NAME)) {
      throw holder.refusal("name", "must match " + NAME);
    }
    JsonNode schema = holder.any(schemaName).orElse(JsonNodeFactory.instance.objectNode());
    if (schema.isTextual()) {
      // As the oldest clients of the native interface have it.
      schema = parsed(holder, schemaName, schema.textValue());
    }
    if (!schema.isObject()) {
      throw holder.refusal(schemaName, "must be a JSON schema, which is an object");
    }
    return new Tool(name, holder.text("description").orElse(""), schema);
  }

  private static JsonNode parsed(Fields holder, String name, String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw holder.refusal(name, "is not JSON");
    }
  }

  /**
   * What a word in {@code tool_choice} says of all tools.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 for any other word
   */
  static Toolbox.Use use(Fields body) {
    String word = body.choice("tool_choice", List.of("none", "auto", "required")).orElse("auto");
    return switch (word) {
      case "none" -> Toolbox.Use.NONE;
      case "required" -> Toolbox.Use.REQUIRED;
      default -> Toolbox.Use.AUTO;
    };
  }

  /**
   * A toolbox whose forced tool is one of the tools.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when it is not, or two tools share a name
   */
  static Toolbox box(Fields body, List<Tool> tools, Toolbox.Use use, String forced) {
    if (tools.stream().map(Tool::name).distinct().count() < tools.size()) {
      throw body.refusal("tools", "must have different names");
    }
    boolean missing = tools.stream().noneMatch(t -> t.name().equals(forced));
    if (use == Toolbox.Use.NAMED && missing) {
      throw body.refusal("tool_choice", "names none of the tools");
    }
    if (use == Toolbox.Use.REQUIRED && tools.isEmpty()) {
      throw body.refusal("tool_choice", "demands a tool, but tools is empty");
    }
    Optional<JsonNode> parallel = body.any("parallel_tool_calls");
    boolean several = parallel.isEmpty() || body.flag("parallel_tool_calls");
    return new Toolbox(tools, tools.isEmpty() ? Toolbox.Use.NONE : use, forced, several);
  }

  /**
   * Checks that every result answers a call that was made before it.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when one does not
   */
  static void checkResults(Fields body, String name, List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      Message result = messages.get(i);
      boolean answersCall =
          messages.subList(0, i).stream()
              .flatMap(m -> m.calls().stream())
              .anyMatch(c -> c.id().equals(result.answers()));
      if (result.role() == Message.Role.TOOL && !answersCall) {
        throw body.refusal(name, "have a tool result that follows no call of its id");
      }
    }
  }
}
