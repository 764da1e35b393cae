package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;

/** Words. */
public record TextPart(String text) implements ContentPart {

  /**
   * @throws InvalidRequest for blank text
   */
  public TextPart {
    Check.notBlank("messages.content.text", text);
  }

  @Override
  public JsonObject toJson() {
    return new Fields().text("type", "text").text("text", text).toJson();
  }

  @Override
  public long size() {
    return text.length();
  }

  @Override
  public String toString() {
    return "TextPart[" + text.length() + " characters]";
  }
}
