package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Check;

/** Who says a message. Open; role-play models know more roles than the constants. */
public record ChatRole(String value) {

  public static final ChatRole SYSTEM = new ChatRole("system");
  public static final ChatRole USER = new ChatRole("user");
  public static final ChatRole ASSISTANT = new ChatRole("assistant");

  /** The result of a tool that the assistant asked for. */
  public static final ChatRole TOOL = new ChatRole("tool");

  public ChatRole {
    Check.notBlank("messages.role", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
