package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Event;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A completion in the native form: MiniMax API reference, "ChatCompletion v2". */
record NativeAnswer(ChatRequest request, Completion completion, String id, long created) {
  private static final String SPEAKER = "MiniMax AI";

  /** The whole answer in one object, which is also the last frame of a stream. */
  ObjectNode whole() {
    ObjectNode answer = begin("chat.completion");
    ObjectNode choice =
        ((ArrayNode) answer.get("choices"))
            .addObject()
            .put("finish_reason", ChatFields.finishReason(completion))
            .put("index", 0);
    ObjectNode message = choice.putObject("message");
    message
        .put("content", completion.text())
        .put("role", "assistant")
        .put("name", SPEAKER)
        .put("audio_content", "");
    if (!completion.reasoning().isEmpty()) {
      message.put("reasoning_content", completion.reasoning());
    }
    ChatFields.putCalls(message, completion.calls());
    answer.set("usage", ChatFields.usage(completion.usage(), request.prompt().model().reasons()));
    return ChatFields.putSuccess(ChatFields.putVerdicts(answer));
  }

  /**
   * A frame per piece, the last of which says why the answer ends, then the whole answer once more;
   * no end mark.
   */
  Iterator<Event> events() {
    Stream<ObjectNode> reasoning =
        Pieces.of(completion.reasoning()).stream()
            .map(piece -> spoken("").put("reasoning_content", piece));
    Stream<ObjectNode> text = Pieces.of(completion.text()).stream().map(this::spoken);
    List<ToolCall> made = completion.calls();
    Stream<ObjectNode> calls =
        IntStream.range(0, made.size())
            .boxed()
            .flatMap(i -> ChatFields.callDeltas(made.get(i), i).stream())
            .map(delta -> spoken("").setAll(delta));
    List<ObjectNode> pieces = Stream.of(reasoning, text, calls).flatMap(s -> s).toList();
    int last = pieces.size() - 1;
    return Stream.concat(
            IntStream.rangeClosed(0, last).mapToObj(i -> frame(pieces.get(i), i == last)),
            Stream.of(0).map(end -> whole()))
        .map(Event::of)
        .iterator();
  }

  private ObjectNode spoken(String piece) {
    return Call.object()
        .put("content", piece)
        .put("role", "assistant")
        .put("name", SPEAKER)
        .put("audio_content", "");
  }

  private ObjectNode frame(ObjectNode delta, boolean last) {
    ObjectNode frame = begin("chat.completion.chunk");
    ObjectNode choice = ((ArrayNode) frame.get("choices")).addObject();
    if (last) {
      choice.put("finish_reason", ChatFields.finishReason(completion));
    }
    choice.put("index", 0).set("delta", delta);
    frame.putNull("usage");
    return ChatFields.putVerdicts(frame);
  }

  private ObjectNode begin(String object) {
    return ChatFields.begin(id, object, created, request.prompt().model().id());
  }
}
