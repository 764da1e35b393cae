package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.chat.Completion.End;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Event;
import dev.timbre.sandbox.model.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A completion in Anthropic's form: MiniMax API reference, "Anthropic compatible". */
record AnthropicAnswer(AnthropicRequest request, Completion completion, String id) {

  /**
   * One block of the answer.
   *
   * @param head as it begins in a stream
   * @param whole as it stands in an answer
   * @param deltas what a stream adds to the head
   */
  private record Block(ObjectNode head, ObjectNode whole, List<ObjectNode> deltas) {}

  /** The whole answer in one object. */
  ObjectNode whole() {
    ObjectNode answer = message();
    blocks().forEach(block -> answer.withArray("content").add(block.whole()));
    answer.put("stop_reason", stopReason()).put("stop_sequence", stopSequence());
    answer.set("usage", usage(completion.usage().completion()));
    return ChatFields.putSuccess(answer);
  }

  /** The events of a stream, in the order and with the names that Anthropic's clients want. */
  Iterator<Event> events() {
    ObjectNode begun = message().putNull("stop_reason").putNull("stop_sequence");
    begun.set("usage", usage(0));
    Stream<ObjectNode> start =
        Stream.of(typed("message_start").set("message", begun), typed("ping"));
    List<Block> blocks = blocks();
    Stream<ObjectNode> middle =
        IntStream.range(0, blocks.size()).boxed().flatMap(i -> frames(i, blocks.get(i)));
    ObjectNode end = typed("message_delta");
    end.putObject("delta").put("stop_reason", stopReason()).put("stop_sequence", stopSequence());
    end.set("usage", usage(completion.usage().completion()));
    return Stream.of(start, middle, Stream.of(end, typed("message_stop")))
        .flatMap(s -> s)
        .map(frame -> Event.named(frame.get("type").textValue(), frame))
        .iterator();
  }

  private static Stream<ObjectNode> frames(int index, Block block) {
    ObjectNode start = typed("content_block_start").put("index", index);
    start.set("content_block", block.head());
    Stream<ObjectNode> deltas =
        block.deltas().stream()
            .map(delta -> typed("content_block_delta").put("index", index).set("delta", delta));
    ObjectNode stop = typed("content_block_stop").put("index", index);
    return Stream.of(Stream.of(start), deltas, Stream.of(stop)).flatMap(s -> s);
  }

  private ObjectNode message() {
    ObjectNode message =
        Call.object()
            .put("id", id)
            .put("type", "message")
            .put("role", "assistant")
            .put("model", request.prompt().model().id());
    message.putArray("content");
    return message;
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    if (!completion.reasoning().isEmpty()) {
      blocks.add(thought());
    }
    if (!completion.text().isEmpty()) {
      String text = completion.text();
      List<ObjectNode> deltas =
          Pieces.of(text).stream().map(p -> typed("text_delta").put("text", p)).toList();
      blocks.add(new Block(typed("text").put("text", ""), typed("text").put("text", text), deltas));
    }
    completion.calls().forEach(call -> blocks.add(used(call)));
    return blocks;
  }

  private Block thought() {
    String thought = completion.reasoning();
    String signature = String.format("%08x%08x", thought.hashCode(), id.hashCode());
    List<ObjectNode> deltas = new ArrayList<>();
    Pieces.of(thought).forEach(p -> deltas.add(typed("thinking_delta").put("thinking", p)));
    deltas.add(typed("signature_delta").put("signature", signature));
    return new Block(
        typed("thinking").put("thinking", "").put("signature", ""),
        typed("thinking").put("thinking", thought).put("signature", signature),
        deltas);
  }

  private static Block used(ToolCall call) {
    ObjectNode head = typed("tool_use").put("id", call.id()).put("name", call.name());
    ObjectNode whole = head.deepCopy();
    head.putObject("input");
    whole.set("input", input(call));
    List<ObjectNode> deltas =
        Pieces.of(call.arguments()).stream()
            .map(p -> typed("input_json_delta").put("partial_json", p))
            .toList();
    return new Block(head, whole, deltas);
  }

  /** Arguments that were cut off are no JSON any more and cannot be shown. */
  private static JsonNode input(ToolCall call) {
    try {
      return Json.MAPPER.readTree(call.arguments());
    } catch (JsonProcessingException e) {
      return Call.object();
    }
  }

  private ObjectNode usage(int output) {
    return Call.object()
        .put("input_tokens", completion.usage().prompt())
        .put("output_tokens", output)
        .put("cache_creation_input_tokens", 0)
        .put("cache_read_input_tokens", 0);
  }

  private String stopReason() {
    return switch (completion.end()) {
      case LENGTH -> "max_tokens";
      case TOOL_CALLS -> "tool_use";
      case STOP -> completion.stoppedBy().isEmpty() ? "end_turn" : "stop_sequence";
    };
  }

  private String stopSequence() {
    boolean stopped = completion.end() == End.STOP && !completion.stoppedBy().isEmpty();
    return stopped ? completion.stoppedBy() : null;
  }

  private static ObjectNode typed(String type) {
    return Call.object().put("type", type);
  }
}
