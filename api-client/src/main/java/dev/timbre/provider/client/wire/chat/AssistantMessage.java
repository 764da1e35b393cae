package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the model said. Give it back whole, as {@link ChatMessage#of(AssistantMessage)}, when the
 * conversation goes on: models that think between tool calls need their thoughts again.
 *
 * @param name of the speaking character, if the provider gives one
 * @param content as the provider sent it, perhaps with thoughts between {@code <think>} tags; empty
 *     when the model only asks for tools
 * @param reasoningContent thoughts in a field of their own
 * @param reasoningDetails the same thoughts in the form in which they are given back
 */
public record AssistantMessage(
    Optional<String> name,
    Optional<String> content,
    Optional<String> reasoningContent,
    List<ReasoningDetail> reasoningDetails,
    List<ToolCall> toolCalls) {

  private static final String THINK = "<think>";
  private static final String THOUGHT = "</think>";

  public AssistantMessage {
    reasoningDetails = List.copyOf(reasoningDetails);
    toolCalls = List.copyOf(toolCalls);
  }

  static AssistantMessage read(WireObject message) {
    return new AssistantMessage(
        message.text("name"),
        contentOf(message),
        message.text("reasoning_content"),
        message.objects("reasoning_details").stream().map(ReasoningDetail::read).toList(),
        ToolCall.readAll(message));
  }

  /** Text alone, or the texts of content parts. */
  static Optional<String> contentOf(WireObject message) {
    return message
        .text("content")
        .or(
            () ->
                Optional.of(
                        message.objects("content").stream()
                            .flatMap(part -> part.text("text").stream())
                            .collect(Collectors.joining()))
                    .filter(text -> !text.isEmpty()));
  }

  /** The answer itself: the content without thoughts at its beginning; empty when there is none. */
  public String text() {
    String whole = content.orElse("");
    int end = whole.indexOf(THOUGHT);
    return startsWithThoughts(whole) && end >= 0
        ? whole.substring(end + THOUGHT.length()).stripLeading()
        : startsWithThoughts(whole) ? "" : whole;
  }

  /** The thoughts, wherever the provider put them. */
  public Optional<String> reasoning() {
    return reasoningContent
        .or(
            () ->
                Optional.of(
                    reasoningDetails.stream()
                        .map(ReasoningDetail::text)
                        .collect(Collectors.joining())))
        .filter(text -> !text.isEmpty())
        .or(this::reasoningBetweenTags);
  }

  private Optional<String> reasoningBetweenTags() {
    String whole = content.orElse("");
    if (!startsWithThoughts(whole)) {
      return Optional.empty();
    }
    int begin = whole.indexOf(THINK) + THINK.length();
    int end = whole.indexOf(THOUGHT);
    return Optional.of(whole.substring(begin, end < 0 ? whole.length() : end).strip())
        .filter(text -> !text.isEmpty());
  }

  private static boolean startsWithThoughts(String content) {
    return content.stripLeading().startsWith(THINK);
  }

  @Override
  public String toString() {
    return "AssistantMessage["
        + content.orElse("").length()
        + " characters, "
        + toolCalls.size()
        + " tool calls]";
  }
}
