package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Event;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A completion in the form of OpenAI's Responses, as the numbered events of a stream. */
final class ResponsesEvents {
  private final ResponsesAnswer answer;
  private final AtomicInteger number = new AtomicInteger();

  ResponsesEvents(ResponsesAnswer answer) {
    this.answer = answer;
  }

  /** All events in their order; to be asked for once. */
  Iterator<Event> all() {
    Stream<ObjectNode> start =
        Stream.of(
            typed("response.created").set("response", answer.begun()),
            typed("response.in_progress").set("response", answer.begun()));
    List<ObjectNode> items = answer.items();
    Stream<ObjectNode> middle =
        IntStream.range(0, items.size()).boxed().flatMap(i -> item(i, items.get(i)));
    ObjectNode whole = answer.whole();
    Stream<ObjectNode> end =
        Stream.of(typed("response." + whole.get("status").textValue()).set("response", whole));
    return Stream.of(start, middle, end)
        .flatMap(s -> s)
        .map(e -> e.put("sequence_number", number.getAndIncrement()))
        .map(e -> Event.named(e.get("type").textValue(), e))
        .iterator();
  }

  private Stream<ObjectNode> item(int index, ObjectNode item) {
    ObjectNode head = item.deepCopy();
    Stream<ObjectNode> inside =
        switch (item.get("type").textValue()) {
          case "message" -> {
            head.put("status", "in_progress").putArray("content");
            yield words(index, item);
          }
          case "reasoning" -> {
            head.putArray("summary");
            yield thoughts(index, item);
          }
          default -> {
            head.put("status", "in_progress").put("arguments", "");
            yield arguments(index, item);
          }
        };
    ObjectNode added = typed("response.output_item.added").put("output_index", index);
    ObjectNode done = typed("response.output_item.done").put("output_index", index);
    return Stream.of(
            Stream.of(added.<ObjectNode>set("item", head)),
            inside,
            Stream.of(done.<ObjectNode>set("item", item)))
        .flatMap(s -> s);
  }

  private static Stream<ObjectNode> words(int index, ObjectNode item) {
    String text = item.at("/content/0/text").textValue();
    Stream<ObjectNode> deltas =
        Pieces.of(text).stream()
            .map(p -> inPart("response.output_text.delta", index, item).put("delta", p));
    return Stream.of(
            Stream.of(
                inPart("response.content_part.added", index, item)
                    .<ObjectNode>set("part", ResponsesAnswer.text(""))),
            deltas,
            Stream.of(
                inPart("response.output_text.done", index, item).put("text", text),
                inPart("response.content_part.done", index, item)
                    .<ObjectNode>set("part", ResponsesAnswer.text(text))))
        .flatMap(s -> s);
  }

  private static Stream<ObjectNode> thoughts(int index, ObjectNode item) {
    String text = item.at("/summary/0/text").textValue();
    Stream<ObjectNode> deltas =
        Pieces.of(text).stream()
            .map(
                p ->
                    inSummary("response.reasoning_summary_text.delta", index, item)
                        .put("delta", p));
    return Stream.of(
            Stream.of(
                inSummary("response.reasoning_summary_part.added", index, item)
                    .<ObjectNode>set("part", ResponsesAnswer.summary(""))),
            deltas,
            Stream.of(
                inSummary("response.reasoning_summary_text.done", index, item).put("text", text),
                inSummary("response.reasoning_summary_part.done", index, item)
                    .<ObjectNode>set("part", ResponsesAnswer.summary(text))))
        .flatMap(s -> s);
  }

  private static Stream<ObjectNode> arguments(int index, ObjectNode item) {
    String arguments = item.get("arguments").textValue();
    Stream<ObjectNode> deltas =
        Pieces.of(arguments).stream()
            .map(
                p -> inItem("response.function_call_arguments.delta", index, item).put("delta", p));
    ObjectNode done =
        inItem("response.function_call_arguments.done", index, item).put("arguments", arguments);
    return Stream.concat(deltas, Stream.of(done));
  }

  private static ObjectNode inPart(String type, int index, ObjectNode item) {
    ObjectNode event = inItem(type, index, item).put("content_index", 0);
    if (type.contains("output_text")) {
      event.putArray("logprobs");
    }
    return event;
  }

  private static ObjectNode inSummary(String type, int index, ObjectNode item) {
    return inItem(type, index, item).put("summary_index", 0);
  }

  private static ObjectNode inItem(String type, int index, ObjectNode item) {
    return typed(type).put("item_id", item.get("id").textValue()).put("output_index", index);
  }

  private static ObjectNode typed(String type) {
    return Call.object().put("type", type);
  }
}
