package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;

/** A text to be spoken over a WebSocket: the event {@code task_continue}. */
public record SocketText(String text) implements WireRequest {

  /** The contract says fewer than 10,000. */
  private static final int LONGEST_TEXT = 9_999;

  /**
   * @throws InvalidRequest for blank text, text of 10,000 characters and more, or a pause that
   *     cannot be
   */
  public SocketText {
    Check.length("text", text, LONGEST_TEXT);
    SpeechRules.checkPauses(text);
  }

  @Override
  public JsonObject toJson() {
    return new Fields().text("event", "task_continue").text("text", text).toJson();
  }

  @Override
  public String toString() {
    return "SocketText[" + text.length() + " characters]";
  }
}
