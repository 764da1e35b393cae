package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * One message of a conversation.
 *
 * @param name of the speaker, where several share a role
 * @param content empty only when an assistant did nothing but ask for tools
 * @param toolCalls what an assistant asked for
 * @param toolCallId the call that a tool's result answers
 * @param reasoningDetails an assistant's thoughts, given back
 */
public record ChatMessage(
    ChatRole role,
    Optional<String> name,
    List<ContentPart> content,
    List<ToolCall> toolCalls,
    Optional<String> toolCallId,
    List<ReasoningDetail> reasoningDetails) {

  /**
   * @throws InvalidRequest for a message that says nothing, or a tool's result that answers no call
   */
  public ChatMessage {
    content = List.copyOf(content);
    toolCalls = List.copyOf(toolCalls);
    reasoningDetails = List.copyOf(reasoningDetails);
    if (content.isEmpty() && toolCalls.isEmpty()) {
      throw new InvalidRequest("messages.content", "missing", "text, another part or tool_calls");
    }
    if (role.equals(ChatRole.TOOL)) {
      Check.notBlank("messages.tool_call_id", toolCallId.orElse(null));
    }
  }

  /** Words in any role but that of a tool. */
  public static ChatMessage of(ChatRole role, String text) {
    return of(role, List.of(new TextPart(text)));
  }

  /** Words, pictures and videos in any role but that of a tool. */
  public static ChatMessage of(ChatRole role, List<ContentPart> content) {
    return new ChatMessage(role, Optional.empty(), content, List.of(), Optional.empty(), List.of());
  }

  /** What the rules of the conversation are. */
  public static ChatMessage system(String text) {
    return of(ChatRole.SYSTEM, text);
  }

  /** What a person says. */
  public static ChatMessage user(String text) {
    return of(ChatRole.USER, text);
  }

  /**
   * What the model said before, whole.
   *
   * @throws InvalidRequest when it neither said nor asked for anything
   */
  public static ChatMessage of(AssistantMessage said) {
    return new ChatMessage(
        ChatRole.ASSISTANT,
        said.name(),
        said.content()
            .filter(text -> !text.isBlank())
            .<List<ContentPart>>map(text -> List.of(new TextPart(text)))
            .orElseGet(List::of),
        said.toolCalls(),
        Optional.empty(),
        said.reasoningDetails());
  }

  /**
   * What a tool found.
   *
   * @throws InvalidRequest for a blank result; a tool that found nothing says so in words
   */
  public static ChatMessage toolResult(ToolCall call, String result) {
    return new ChatMessage(
        ChatRole.TOOL,
        Optional.empty(),
        List.of(new TextPart(result)),
        List.of(),
        Optional.of(call.id()),
        List.of());
  }

  /** The same under a speaker's name. */
  public ChatMessage named(String speaker) {
    return new ChatMessage(
        role,
        Optional.of(Check.notBlank("messages.name", speaker)),
        content,
        toolCalls,
        toolCallId,
        reasoningDetails);
  }

  JsonObject toJson() {
    return new Fields()
        .text("role", role.value())
        .text("name", name)
        .nested("content", contentJson())
        .objects("reasoning_details", reasoningDetails.stream().map(ReasoningDetail::toJson))
        .objects("tool_calls", toolCalls.stream().map(ToolCall::toJson))
        .text("tool_call_id", toolCallId)
        .toJson();
  }

  /** Plain text where there is nothing else: every model and every role understands that. */
  private JsonValue contentJson() {
    if (content.isEmpty()) {
      return JsonText.JSON.createValue("");
    }
    if (content.size() == 1 && content.get(0) instanceof TextPart alone) {
      return JsonText.JSON.createValue(alone.text());
    }
    JsonArrayBuilder parts = JsonText.JSON.createArrayBuilder();
    content.forEach(part -> parts.add(part.toJson()));
    return parts.build();
  }

  /** Characters that it adds to the body, at least. */
  long size() {
    return content.stream().mapToLong(ContentPart::size).sum()
        + toolCalls.stream().mapToLong(call -> call.arguments().length()).sum();
  }

  @Override
  public String toString() {
    return "ChatMessage[" + role + ", " + size() + " characters]";
  }
}
