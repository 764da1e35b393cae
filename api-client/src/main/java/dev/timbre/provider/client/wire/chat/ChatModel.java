package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Check;

/**
 * A text model's name, such as {@code MiniMax-M3}. Open: new models pass through. The constants are
 * those of the MiniMax API reference, "Models", and two older ones; {@code Chat.models()} asks for
 * those of an account.
 */
public record ChatModel(String value) {

  public static final ChatModel M3 = new ChatModel("MiniMax-M3");
  public static final ChatModel M2_7 = new ChatModel("MiniMax-M2.7");
  public static final ChatModel M2_7_HIGHSPEED = new ChatModel("MiniMax-M2.7-highspeed");
  public static final ChatModel M2_5 = new ChatModel("MiniMax-M2.5");
  public static final ChatModel M2_5_HIGHSPEED = new ChatModel("MiniMax-M2.5-highspeed");
  public static final ChatModel M2_1 = new ChatModel("MiniMax-M2.1");
  public static final ChatModel M2_1_HIGHSPEED = new ChatModel("MiniMax-M2.1-highspeed");
  public static final ChatModel M2 = new ChatModel("MiniMax-M2");
  public static final ChatModel M1 = new ChatModel("MiniMax-M1");

  /** The one model that keeps to a {@link ResponseFormat} in the provider's own form. */
  public static final ChatModel TEXT_01 = new ChatModel("MiniMax-Text-01");

  public ChatModel {
    Check.notBlank("model", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
