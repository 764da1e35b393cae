package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.chat.Prompt.Bounds;
import dev.timbre.sandbox.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A request in Anthropic's form: MiniMax API reference, "Anthropic compatible". */
record AnthropicRequest(Prompt prompt, boolean streamed) {

  /**
   * Reads one.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 naming the field that is wrong
   */
  static AnthropicRequest read(Fields body, MediaInput media) {
    TextModel model = Sampling.model(body);
    Sampling.check(body, false, 1);
    int longest =
        body.whole("max_tokens", 1, model.longest())
            .orElseThrow(() -> body.refusal("max_tokens", "is empty"));
    List<Message> messages = new AnthropicMessages(media).read(body);
    Bounds bounds = new Bounds(longest, Sampling.stops(body, "stop_sequences"));
    boolean thinks = Sampling.thinks(body, model);
    return new AnthropicRequest(
        new Prompt(model, messages, toolbox(body), Shape.TEXT, bounds, thinks),
        body.flag("stream"));
  }

  private static Toolbox toolbox(Fields body) {
    List<Tool> tools = new ArrayList<>();
    for (Fields tool : body.objects("tools")) {
      tool.choice("type", List.of("custom"));
      tools.add(ToolFields.read(tool, "input_schema"));
    }
    Optional<Fields> choice = body.object("tool_choice");
    String type =
        choice
            .flatMap(c -> c.choice("type", List.of("auto", "any", "tool", "none")))
            .orElse("auto");
    String forced = type.equals("tool") ? choice.orElseThrow().requireText("name") : "";
    Toolbox.Use use =
        switch (type) {
          case "any" -> Toolbox.Use.REQUIRED;
          case "tool" -> Toolbox.Use.NAMED;
          case "none" -> Toolbox.Use.NONE;
          default -> Toolbox.Use.AUTO;
        };
    Toolbox box = ToolFields.box(body, tools, use, forced);
    boolean alone = choice.map(c -> c.flag("disable_parallel_tool_use")).orElse(false);
    return new Toolbox(box.tools(), box.use(), box.forced(), !alone);
  }

  /** The system text of a body: one text, or parts that are texts. */
  static Optional<Message> system(Fields body) {
    Optional<JsonNode> given = body.any("system");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (given.get().isTextual()) {
      return Optional.of(Message.of(Message.Role.SYSTEM, given.get().textValue()));
    }
    List<String> texts = new ArrayList<>();
    for (Fields part : body.objects("system")) {
      part.choice("type", List.of("text"));
      texts.add(part.requireText("text"));
    }
    return Optional.of(Message.of(Message.Role.SYSTEM, String.join("\n", texts)));
  }
}
