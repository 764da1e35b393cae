package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.WireObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one event of a stream adds to one choice.
 *
 * @param choice index of the choice
 * @param content the next piece of text; with thoughts between {@code <think>} tags unless the
 *     request asked for them in fields of their own
 * @param reasoning the next piece of the thoughts
 * @param finishReason with the last piece
 */
public record ChatDelta(
    int choice,
    Optional<String> content,
    Optional<String> reasoning,
    List<ReasoningDetail> reasoningDetails,
    List<ToolCallPiece> toolCalls,
    Optional<FinishReason> finishReason) {

  public ChatDelta {
    reasoningDetails = List.copyOf(reasoningDetails);
    toolCalls = List.copyOf(toolCalls);
  }

  static ChatDelta read(WireObject choice) {
    WireObject delta = choice.object("delta").orElse(WireObject.EMPTY);
    List<ReasoningDetail> details =
        delta.objects("reasoning_details").stream().map(ReasoningDetail::read).toList();
    return new ChatDelta(
        choice.smallInteger("index").orElse(0),
        AssistantMessage.contentOf(delta),
        delta.text("reasoning_content").or(() -> textOf(details)),
        details,
        delta.objects("tool_calls").stream().map(ToolCallPiece::read).toList(),
        ChatChoice.finishReason(choice));
  }

  private static Optional<String> textOf(List<ReasoningDetail> details) {
    return Optional.of(details.stream().map(ReasoningDetail::text).collect(Collectors.joining()))
        .filter(text -> !text.isEmpty());
  }

  /** Whether it adds nothing, as the first event of some streams. */
  boolean isEmpty() {
    return content.isEmpty()
        && reasoning.isEmpty()
        && toolCalls.isEmpty()
        && finishReason.isEmpty();
  }

  /** Bytes of text in UTF-8 that it adds. */
  public long size() {
    long calls = toolCalls.stream().mapToLong(piece -> bytes(piece.arguments())).sum();
    return bytes(content.orElse("")) + bytes(reasoning.orElse("")) + calls;
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public String toString() {
    return "ChatDelta[" + choice + ", " + size() + " bytes]";
  }
}
