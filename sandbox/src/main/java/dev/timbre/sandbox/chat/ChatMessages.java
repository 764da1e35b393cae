package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.chat.Message.Role;
import dev.timbre.sandbox.http.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the messages of the native form and of OpenAI's. */
final class ChatMessages {
  private static final double SLOWEST = 0.2;
  private static final double FASTEST = 5;
  private static final List<String> DETAILS = List.of("auto", "low", "default", "high");

  /** Who speaks, the roles of role-play among them. */
  private static final Map<String, Role> ROLES =
      Map.of(
          "system", Role.SYSTEM,
          "developer", Role.SYSTEM,
          "user_system", Role.SYSTEM,
          "group", Role.SYSTEM,
          "sample_message_user", Role.SYSTEM,
          "sample_message_ai", Role.SYSTEM,
          "user", Role.USER,
          "assistant", Role.ASSISTANT,
          "tool", Role.TOOL);

  private final MediaInput media;

  ChatMessages(MediaInput media) {
    this.media = media;
  }

  List<Message> read(Fields body) {
    List<Message> messages = new ArrayList<>();
    for (Fields one : body.objects("messages")) {
      messages.add(message(one));
    }
    if (!Conversation.isAnswerable(messages)) {
      throw body.refusal("messages", messages.isEmpty() ? "is empty" : "has nobody to answer");
    }
    ToolFields.checkResults(body, "messages", messages);
    return messages;
  }

  private Message message(Fields one) {
    String name = one.requireText("role");
    one.choice("role", ROLES.keySet());
    Role role = ROLES.get(name);
    Content content = content(one);
    List<ToolCall> calls = role == Role.ASSISTANT ? calls(one) : List.of();
    if (content.isEmpty() && calls.isEmpty() && role == Role.USER) {
      throw one.refusal("content", "is empty");
    }
    String answers = role == Role.TOOL ? one.requireText("tool_call_id") : "";
    return new Message(role, content.text(), content.images(), content.videos(), calls, answers);
  }

  private Content content(Fields one) {
    Optional<JsonNode> given = one.any("content");
    if (given.isEmpty() || given.get().isTextual()) {
      return Content.of(one.text("content").orElse(""));
    }
    Content all = Content.NONE;
    for (Fields part : one.objects("content")) {
      all = all.plus(part(part));
    }
    return all;
  }

  private Content part(Fields part) {
    String type = part.requireText("type");
    return switch (type) {
      case "text" -> Content.of(part.text("text").orElse(""));
      case "image_url" -> {
        Fields image = nested(part, "image_url");
        media.checkImage(image, "url");
        image.choice("detail", DETAILS);
        image.whole("max_long_side_pixel", 1, Integer.MAX_VALUE);
        yield new Content("", 1, 0);
      }
      case "video_url" -> {
        Fields video = nested(part, "video_url");
        media.checkVideo(video, "url");
        video.choice("detail", DETAILS);
        video.decimal("fps", SLOWEST, FASTEST);
        yield new Content("", 0, 1);
      }
      default -> throw part.refusal("type", "must be one of [text, image_url, video_url]");
    };
  }

  private static Fields nested(Fields part, String name) {
    return part.object(name).orElseThrow(() -> part.refusal(name, "is empty"));
  }

  private static List<ToolCall> calls(Fields message) {
    List<ToolCall> calls = new ArrayList<>();
    for (Fields call : message.objects("tool_calls")) {
      Fields function = nested(call, "function");
      calls.add(
          new ToolCall(
              call.requireText("id"),
              function.requireText("name"),
              function.text("arguments").orElse("{}")));
    }
    return calls;
  }
}
