package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.chat.Completion.End;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Event;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A completion in OpenAI's form: MiniMax API reference, "OpenAI compatible". */
record OpenAiAnswer(ChatRequest request, Completion completion, String id, long created) {
  private static final String THOUGHT_FORMAT = "MiniMax-response-v1";

  /** The whole answer in one object. */
  ObjectNode whole() {
    ObjectNode answer = begin("chat.completion");
    ObjectNode choice =
        ((ArrayNode) answer.get("choices"))
            .addObject()
            .put("finish_reason", ChatFields.finishReason(completion))
            .put("index", 0);
    ObjectNode message = choice.putObject("message").put("role", "assistant");
    message.put("content", request.split() ? completion.text() : tagged());
    if (request.split() && !completion.reasoning().isEmpty()) {
      putReasoning(message, completion.reasoning());
    }
    if (!completion.calls().isEmpty()) {
      ChatFields.putCalls(message, completion.calls());
    }
    answer.set("usage", usage());
    return ChatFields.putSuccess(ChatFields.putVerdicts(answer));
  }

  /**
   * Frames with pieces, one with the finish reason, the end mark. The usage is in the last frame:
   * with the finish reason, or in a frame of its own for those who ask for that.
   */
  Iterator<Event> events() {
    Stream<ObjectNode> spoken =
        request.split()
            ? Stream.concat(
                Pieces.of(completion.reasoning()).stream()
                    .map(piece -> putReasoning(Call.object(), piece)),
                text(completion.text()))
            : text(tagged());
    List<ToolCall> made = completion.calls();
    Stream<ObjectNode> calls =
        IntStream.range(0, made.size())
            .boxed()
            .flatMap(i -> ChatFields.callDeltas(made.get(i), i).stream());
    Stream<ObjectNode> frames =
        Stream.of(
                Stream.of(Call.object().put("role", "assistant").put("content", "")), spoken, calls)
            .flatMap(s -> s)
            .map(delta -> frame(delta, null));
    return Stream.concat(Stream.concat(frames, end()).map(Event::of), Stream.of(Event.done()))
        .iterator();
  }

  private Stream<ObjectNode> end() {
    ObjectNode reason = frame(Call.object(), ChatFields.finishReason(completion));
    if (request.withUsage()) {
      return Stream.of(reason, usageFrame());
    }
    reason.set("usage", usage());
    return Stream.of(reason);
  }

  private static Stream<ObjectNode> text(String text) {
    return Pieces.of(text).stream().map(piece -> Call.object().put("content", piece));
  }

  /** The answer with the thoughts before it in tags; an answer cut in its thoughts ends in them. */
  private String tagged() {
    if (completion.reasoning().isEmpty()) {
      return completion.text();
    }
    boolean cutInThought =
        completion.end() == End.LENGTH
            && completion.text().isEmpty()
            && completion.calls().isEmpty();
    String thought = "<think>\n" + completion.reasoning();
    return cutInThought ? thought : thought + "\n</think>\n\n" + completion.text();
  }

  private ObjectNode putReasoning(ObjectNode fields, String piece) {
    fields.put("reasoning_content", piece);
    fields
        .putArray("reasoning_details")
        .addObject()
        .put("type", "reasoning.text")
        .put("id", "reasoning-text-1")
        .put("format", THOUGHT_FORMAT)
        .put("index", 0)
        .put("text", piece);
    return fields;
  }

  private ObjectNode frame(ObjectNode delta, String finishReason) {
    ObjectNode frame = begin("chat.completion.chunk");
    ObjectNode choice = ((ArrayNode) frame.get("choices")).addObject().put("index", 0);
    choice.set("delta", delta);
    choice.put("finish_reason", finishReason);
    return frame.putNull("usage");
  }

  private ObjectNode usageFrame() {
    ObjectNode frame = begin("chat.completion.chunk");
    frame.set("usage", usage());
    return frame;
  }

  private ObjectNode usage() {
    return ChatFields.usage(completion.usage(), request.prompt().model().reasons());
  }

  private ObjectNode begin(String object) {
    return ChatFields.begin(id, object, created, request.prompt().model().id());
  }
}
