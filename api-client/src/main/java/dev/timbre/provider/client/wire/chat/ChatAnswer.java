package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a chat, in either form, whole or put together from a stream.
 *
 * @param id of the answer; opaque
 * @param choices empty only when risk control held everything back
 * @param usage missing in a stream whose provider did not send it
 * @param inputRisk what risk control says of the question
 * @param outputRisk what risk control says of the answer
 */
public record ChatAnswer(
    Optional<String> id,
    Optional<Instant> created,
    Optional<ChatModel> model,
    List<ChatChoice> choices,
    Optional<ChatUsage> usage,
    ContentRisk inputRisk,
    ContentRisk outputRisk,
    Optional<String> traceId)
    implements WireAnswer {

  public ChatAnswer {
    choices = List.copyOf(choices);
  }

  public static ChatAnswer read(Reply reply) {
    WireObject root = reply.judged("choices");
    List<ChatChoice> choices = root.objects("choices").stream().map(ChatChoice::read).toList();
    ChatAnswer answer = of(root, choices, reply.trace(root));
    if (choices.isEmpty() && !answer.inputRisk.hit() && !answer.outputRisk.hit()) {
      throw reply.unreadable("success without choices");
    }
    return answer;
  }

  /** What surrounds the choices. */
  static ChatAnswer of(WireObject root, List<ChatChoice> choices, Optional<String> traceId) {
    return new ChatAnswer(
        root.text("id"),
        root.instant("created"),
        root.text("model").filter(name -> !name.isBlank()).map(ChatModel::new),
        choices,
        ChatUsage.read(root),
        ContentRisk.ofInput(root),
        ContentRisk.ofOutput(root),
        traceId);
  }

  /** The first choice's message: what the model said. */
  public Optional<AssistantMessage> message() {
    return choices.stream().findFirst().map(ChatChoice::message);
  }

  /** The text of the first choice, without thoughts; empty when there is none. */
  public String text() {
    return message().map(AssistantMessage::text).orElse("");
  }

  /** The functions that the first choice asks for. */
  public List<ToolCall> toolCalls() {
    return message().map(AssistantMessage::toolCalls).orElseGet(List::of);
  }
}
