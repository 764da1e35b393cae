package dev.timbre.sandbox.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the assistant says.
 *
 * @param reasoning its thoughts; empty when it does not think aloud
 * @param stoppedBy the stop text that ended it, or empty
 */
record Completion(
    String reasoning, String text, List<ToolCall> calls, End end, String stoppedBy, Usage usage) {

  /** Why it is over. */
  enum End {
    STOP,
    LENGTH,
    TOOL_CALLS
  }

  /** Tokens by {@link Tokens}; the reasoning is part of the completion. */
  record Usage(int prompt, int completion, int reasoning) {
    int total() {
      return prompt + completion;
    }
  }

  Completion {
    calls = List.copyOf(calls);
  }

  /** The answer within its bounds: ended by a stop text, then cut to a number of tokens. */
  static Completion within(
      Prompt.Bounds bounds, int promptTokens, String reasoning, String text, List<ToolCall> calls) {
    Optional<String> stop =
        bounds.stops().stream()
            .filter(s -> !s.isEmpty() && text.contains(s))
            .min((a, b) -> Integer.compare(text.indexOf(a), text.indexOf(b)));
    String said = stop.map(s -> text.substring(0, text.indexOf(s))).orElse(text);
    List<ToolCall> meant = stop.isPresent() ? List.of() : calls;

    int left = bounds.tokens();
    String thought = Tokens.first(reasoning, left);
    int thoughtTokens = Tokens.count(thought);
    left -= thoughtTokens;
    String spoken = Tokens.first(said, left);
    left -= Tokens.count(spoken);
    List<ToolCall> made = new ArrayList<>();
    for (ToolCall call : meant) {
      int forArguments = left - Tokens.count(call.name());
      if (forArguments <= 0) {
        break;
      }
      String arguments = Tokens.first(call.arguments(), forArguments);
      made.add(new ToolCall(call.id(), call.name(), arguments));
      left = forArguments - Tokens.count(arguments);
    }
    boolean whole = thought.equals(reasoning) && spoken.equals(said) && made.equals(meant);
    End end = whole ? (made.isEmpty() ? End.STOP : End.TOOL_CALLS) : End.LENGTH;
    Usage usage = new Usage(promptTokens, bounds.tokens() - left, thoughtTokens);
    return new Completion(thought, spoken, made, end, whole ? stop.orElse("") : "", usage);
  }
}
