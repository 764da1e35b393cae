package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.chat.Prompt.Bounds;
import dev.timbre.sandbox.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request in the form of OpenAI's Responses: MiniMax API reference, "Responses".
 *
 * @param body as it came; the answer repeats some of it
 */
record ResponsesRequest(Prompt prompt, boolean streamed, Fields body) {

  /**
   * Reads one.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 naming the field that is wrong
   */
  static ResponsesRequest read(Fields body, MediaInput media) {
    TextModel model = Sampling.model(body);
    Sampling.check(body, true, 2);
    if (body.has("previous_response_id")) {
      throw body.refusal("previous_response_id", "is not supported, answers are not stored");
    }
    List<Message> messages = new ResponsesInput(media).read(body);
    int longest = Sampling.longest(body, model, "max_output_tokens");
    boolean thinks = Sampling.thinks(body, model) && !effort(body).equals("none");
    Prompt prompt =
        new Prompt(
            model, messages, toolbox(body), shape(body), new Bounds(longest, List.of()), thinks);
    return new ResponsesRequest(prompt, body.flag("stream"), body);
  }

  private static String effort(Fields body) {
    return body.object("reasoning")
        .flatMap(
            r -> r.choice("effort", List.of("none", "minimal", "low", "medium", "high", "xhigh")))
        .orElse("medium");
  }

  private static Toolbox toolbox(Fields body) {
    List<Tool> tools = new ArrayList<>();
    for (Fields tool : body.objects("tools")) {
      tool.requireText("type");
      tool.choice("type", List.of("function"));
      tools.add(ToolFields.read(tool, "parameters"));
    }
    Optional<JsonNode> choice = body.any("tool_choice");
    if (choice.filter(JsonNode::isObject).isPresent()) {
      Fields forced = body.object("tool_choice").orElseThrow();
      return ToolFields.box(body, tools, Toolbox.Use.NAMED, forced.requireText("name"));
    }
    return ToolFields.box(body, tools, ToolFields.use(body), "");
  }

  private static Shape shape(Fields body) {
    Optional<Fields> format = body.object("text").flatMap(t -> t.object("format"));
    String type =
        format
            .flatMap(f -> f.choice("type", List.of("text", "json_object", "json_schema")))
            .orElse("text");
    return switch (type) {
      case "json_object" -> Shape.OBJECT;
      case "json_schema" -> Shape.of(Sampling.schema(format.orElseThrow(), "schema"));
      default -> Shape.TEXT;
    };
  }
}
