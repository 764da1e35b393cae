package dev.timbre.sandbox.chat;

import java.util.List;

/**
 * One turn of a conversation, whichever interface it came by.
 *
 * @param text all its text parts; empty when it has none
 * @param images how many pictures it carries
 * @param videos how many videos it carries
 * @param calls what an assistant asked tools to do
 * @param answers the id of the call whose result this is; empty for all but tool results
 */
record Message(
    Role role, String text, int images, int videos, List<ToolCall> calls, String answers) {

  /** Who speaks. */
  enum Role {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
  }

  Message {
    calls = List.copyOf(calls);
  }

  /** A turn of text alone. */
  static Message of(Role role, String text) {
    return new Message(role, text, 0, 0, List.of(), "");
  }

  /** What a call came to. */
  static Message result(String callId, String text) {
    return new Message(Role.TOOL, text, 0, 0, List.of(), callId);
  }

  int tokens() {
    int called = calls.stream().mapToInt(ToolCall::tokens).sum();
    return Tokens.PER_MESSAGE
        + Tokens.count(text)
        + images * Tokens.PER_IMAGE
        + videos * Tokens.PER_VIDEO
        + called;
  }
}
