package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.chat.Prompt.Bounds;
import dev.timbre.sandbox.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request in the native form, or in OpenAI's, which is nearly the same.
 *
 * @param withUsage whether a stream ends with the count of tokens
 * @param split whether thoughts come beside the answer rather than in it
 */
record ChatRequest(Prompt prompt, boolean streamed, boolean withUsage, boolean split) {

  /**
   * Reads the native form: MiniMax API reference, "ChatCompletion v2".
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 naming the field that is wrong
   */
  static ChatRequest readNative(Fields body, MediaInput media) {
    Sampling.check(body, false, 1);
    return read(body, media, true);
  }

  /**
   * Reads OpenAI's form: MiniMax API reference, "OpenAI compatible".
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 naming the field that is wrong
   */
  static ChatRequest readOpenAi(Fields body, MediaInput media) {
    Sampling.check(body, true, 2);
    body.choice("service_tier", List.of("auto", "default", "standard", "priority"));
    return read(body, media, body.flag("reasoning_split"));
  }

  private static ChatRequest read(Fields body, MediaInput media, boolean split) {
    TextModel model = Sampling.model(body);
    List<Message> messages = new ChatMessages(media).read(body);
    if (body.whole("n", 1, Integer.MAX_VALUE).orElse(1) != 1) {
      throw body.refusal("n", "must be 1");
    }
    int longest = Sampling.longest(body, model, "max_completion_tokens", "max_tokens");
    Shape shape = shape(body);
    // Thoughts inside the answer would make its JSON unreadable.
    boolean mayThink = split || shape.kind() == Shape.Kind.TEXT;
    Prompt prompt =
        new Prompt(
            model,
            messages,
            toolbox(body),
            shape,
            new Bounds(longest, Sampling.stops(body, "stop")),
            mayThink && Sampling.thinks(body, model));
    boolean withUsage =
        body.object("stream_options").map(o -> o.flag("include_usage")).orElse(false);
    return new ChatRequest(prompt, body.flag("stream"), withUsage, split);
  }

  private static Toolbox toolbox(Fields body) {
    List<Tool> tools = new ArrayList<>();
    for (Fields tool : body.objects("tools")) {
      tool.choice("type", List.of("function"));
      Fields function =
          tool.object("function").orElseThrow(() -> tool.refusal("function", "is empty"));
      tools.add(ToolFields.read(function, "parameters"));
    }
    Optional<JsonNode> choice = body.any("tool_choice");
    if (choice.filter(JsonNode::isObject).isPresent()) {
      Fields forced = body.object("tool_choice").orElseThrow();
      Fields function =
          forced.object("function").orElseThrow(() -> forced.refusal("function", "is empty"));
      return ToolFields.box(body, tools, Toolbox.Use.NAMED, function.requireText("name"));
    }
    return ToolFields.box(body, tools, ToolFields.use(body), "");
  }

  private static Shape shape(Fields body) {
    Optional<Fields> format = body.object("response_format");
    String type =
        format
            .flatMap(f -> f.choice("type", List.of("text", "json_object", "json_schema")))
            .orElse("text");
    return switch (type) {
      case "json_object" -> Shape.OBJECT;
      case "json_schema" -> {
        Fields named =
            format
                .flatMap(f -> f.object("json_schema"))
                .orElseThrow(() -> format.get().refusal("json_schema", "is empty"));
        yield Shape.of(Sampling.schema(named, "schema"));
      }
      default -> Shape.TEXT;
    };
  }
}
