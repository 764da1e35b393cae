package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.chat.Message.Role;
import dev.timbre.sandbox.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a Responses request says: one text, or items of several kinds. */
final class ResponsesInput {
  private static final Map<String, Role> ROLES =
      Map.of(
          "system", Role.SYSTEM,
          "developer", Role.SYSTEM,
          "user", Role.USER,
          "assistant", Role.ASSISTANT);

  private final MediaInput media;

  ResponsesInput(MediaInput media) {
    this.media = media;
  }

  List<Message> read(Fields body) {
    List<Message> messages = new ArrayList<>();
    body.text("instructions").ifPresent(i -> messages.add(Message.of(Role.SYSTEM, i)));
    Optional<JsonNode> input = body.any("input");
    if (input.isEmpty()) {
      throw body.refusal("input", "is empty");
    }
    if (input.get().isTextual()) {
      messages.add(Message.of(Role.USER, body.requireText("input")));
    } else {
      body.objects("input").forEach(item -> item(item).ifPresent(messages::add));
    }
    if (!Conversation.isAnswerable(messages)) {
      throw body.refusal("input", "has nobody to answer");
    }
    ToolFields.checkResults(body, "input", messages);
    return messages;
  }

  private Optional<Message> item(Fields item) {
    String type = item.text("type").orElse("message");
    return switch (type) {
      case "message" -> Optional.of(message(item));
      case "function_call" -> {
        ToolCall call =
            new ToolCall(
                item.requireText("call_id"),
                item.requireText("name"),
                item.text("arguments").orElse("{}"));
        yield Optional.of(new Message(Role.ASSISTANT, "", 0, 0, List.of(call), ""));
      }
      case "function_call_output" ->
          Optional.of(Message.result(item.requireText("call_id"), content(item, "output").text()));
      case "reasoning" -> Optional.empty();
      default ->
          throw item.refusal(
              "type", "must be one of [message, function_call, function_call_output, reasoning]");
    };
  }

  private Message message(Fields item) {
    String role = item.requireText("role");
    item.choice("role", ROLES.keySet());
    Content content = content(item, "content");
    if (content.isEmpty() && role.equals("user")) {
      throw item.refusal("content", "is empty");
    }
    return new Message(
        ROLES.get(role), content.text(), content.images(), content.videos(), List.of(), "");
  }

  private Content content(Fields item, String name) {
    Optional<JsonNode> given = item.any(name);
    if (given.isEmpty() || given.get().isTextual()) {
      return Content.of(item.text(name).orElse(""));
    }
    Content all = Content.NONE;
    for (Fields part : item.objects(name)) {
      all = all.plus(part(part));
    }
    return all;
  }

  private Content part(Fields part) {
    String type = part.requireText("type");
    return switch (type) {
      case "input_text", "output_text", "text" -> Content.of(part.text("text").orElse(""));
      case "input_image" -> {
        media.checkImage(part, "image_url");
        yield new Content("", 1, 0);
      }
      default ->
          throw part.refusal("type", "must be one of [input_text, output_text, input_image]");
    };
  }
}
