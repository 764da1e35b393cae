package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.timbre.sandbox.chat.Message.Role;
import dev.timbre.sandbox.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads messages in Anthropic's form, where results of tools are blocks of the user's messages. */
final class AnthropicMessages {
  private final MediaInput media;

  AnthropicMessages(MediaInput media) {
    this.media = media;
  }

  List<Message> read(Fields body) {
    List<Message> messages = new ArrayList<>();
    AnthropicRequest.system(body).ifPresent(messages::add);
    for (Fields one : body.objects("messages")) {
      String role = one.requireText("role");
      one.choice("role", List.of("user", "assistant"));
      addTurn(one, role.equals("user") ? Role.USER : Role.ASSISTANT, messages);
    }
    if (!Conversation.isAnswerable(messages)) {
      throw body.refusal("messages", "is empty");
    }
    ToolFields.checkResults(body, "messages", messages);
    return messages;
  }

  private void addTurn(Fields one, Role role, List<Message> messages) {
    Optional<JsonNode> given = one.any("content");
    if (given.isEmpty()) {
      throw one.refusal("content", "is empty");
    }
    Content content = Content.NONE;
    List<ToolCall> calls = new ArrayList<>();
    List<Message> results = new ArrayList<>();
    if (given.get().isTextual()) {
      content = Content.of(one.text("content").orElse(""));
    } else {
      for (Fields block : one.objects("content")) {
        switch (block.requireText("type")) {
          case "tool_use" -> calls.add(call(block));
          case "tool_result" -> results.add(result(block));
          default -> content = content.plus(part(block));
        }
      }
    }
    if (content.isEmpty() && calls.isEmpty() && results.isEmpty() && role == Role.USER) {
      throw one.refusal("content", "is empty");
    }
    if (!content.isEmpty() || results.isEmpty()) {
      // Words beside results come before them, so that the results are what is answered.
      messages.add(
          new Message(role, content.text(), content.images(), content.videos(), calls, ""));
    }
    messages.addAll(results);
  }

  private static ToolCall call(Fields block) {
    JsonNode input = block.any("input").orElse(JsonNodeFactory.instance.objectNode());
    if (!input.isObject()) {
      throw block.refusal("input", "must be an object");
    }
    return new ToolCall(block.requireText("id"), block.requireText("name"), input.toString());
  }

  private Message result(Fields block) {
    Optional<JsonNode> given = block.any("content");
    Content content = Content.NONE;
    if (given.isPresent() && given.get().isTextual()) {
      content = Content.of(given.get().textValue());
    } else {
      for (Fields part : block.objects("content")) {
        content = content.plus(part(part));
      }
    }
    return Message.result(block.requireText("tool_use_id"), content.text());
  }

  private Content part(Fields block) {
    String type = block.requireText("type");
    return switch (type) {
      case "text" -> Content.of(block.text("text").orElse(""));
      case "thinking", "redacted_thinking" -> Content.NONE;
      case "image", "video" -> {
        Fields source =
            block.object("source").orElseThrow(() -> block.refusal("source", "is empty"));
        check(source, type);
        yield type.equals("image") ? new Content("", 1, 0) : new Content("", 0, 1);
      }
      default ->
          throw block.refusal(
              "type", "must be one of [text, image, video, thinking, tool_use, tool_result]");
    };
  }

  private void check(Fields source, String type) {
    source.requireText("type");
    String carried = source.choice("type", List.of("base64", "url")).orElseThrow();
    if (carried.equals("base64")) {
      source.requireText("media_type");
      media.checkImageData(source, "data");
    } else if (type.equals("image")) {
      media.checkImage(source, "url");
    } else {
      media.checkVideo(source, "url");
    }
  }
}
