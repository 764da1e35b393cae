package dev.timbre.sandbox.chat;

import dev.timbre.sandbox.chat.Message.Role;
import java.util.List;
import java.util.Optional;

/**
 * What an answer is made from, whichever interface it came by.
 *
 * @param thinking whether the model may think aloud
 */
record Prompt(
    TextModel model,
    List<Message> messages,
    Toolbox toolbox,
    Shape shape,
    Bounds bounds,
    boolean thinking) {

  /**
   * Where an answer ends at the latest.
   *
   * @param tokens its length, thoughts included
   * @param stops texts that end it and do not show
   */
  record Bounds(int tokens, List<String> stops) {
    Bounds {
      stops = List.copyOf(stops);
    }
  }

  Prompt {
    messages = List.copyOf(messages);
  }

  /** What the user said last. */
  Optional<Message> lastOfUser() {
    return messages.stream().filter(m -> m.role() == Role.USER).reduce((a, b) -> b);
  }

  /** The results of tools that nobody has answered yet. */
  List<Message> freshResults() {
    int from = messages.size();
    while (from > 0 && messages.get(from - 1).role() == Role.TOOL) {
      from--;
    }
    return messages.subList(from, messages.size());
  }

  /** The name of the tool behind a call; its id when the call is not among the messages. */
  String toolBehind(String callId) {
    return messages.stream()
        .flatMap(m -> m.calls().stream())
        .filter(c -> c.id().equals(callId))
        .map(ToolCall::name)
        .findFirst()
        .orElse(callId.isEmpty() ? "tool" : callId);
  }

  /** Everything before the answer, counted by {@link Tokens}. */
  int tokens() {
    return messages.stream().mapToInt(Message::tokens).sum() + toolbox.tokens();
  }
}
