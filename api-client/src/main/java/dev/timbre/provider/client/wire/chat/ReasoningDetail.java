package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireObject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A piece of the model's thoughts, in the form in which they are given back with the next request.
 *
 * @param type such as {@code reasoning.text}
 * @param format such as {@code MiniMax-response-v1}
 */
public record ReasoningDetail(
    Optional<String> type,
    Optional<String> id,
    Optional<String> format,
    OptionalInt index,
    String text) {

  static ReasoningDetail read(WireObject detail) {
    return new ReasoningDetail(
        detail.text("type"),
        detail.text("id"),
        detail.text("format"),
        detail.smallInteger("index"),
        detail.text("text").orElse(""));
  }

  ReasoningDetail followedBy(ReasoningDetail next) {
    return new ReasoningDetail(type, id, format, index, text + next.text);
  }

  JsonObject toJson() {
    return new Fields()
        .text("type", type)
        .text("id", id)
        .text("format", format)
        .number("index", index)
        .text("text", text)
        .toJson();
  }

  @Override
  public String toString() {
    return "ReasoningDetail[" + text.length() + " characters]";
  }
}
