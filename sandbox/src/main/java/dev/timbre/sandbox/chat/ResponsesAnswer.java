package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.chat.Completion.End;
import dev.timbre.sandbox.http.Call;
import java.util.ArrayList;
import java.util.List;

/** A completion in the form of OpenAI's Responses, whole. */
record ResponsesAnswer(ResponsesRequest request, Completion completion, String id, long created) {

  /** The whole answer in one object. */
  ObjectNode whole() {
    ObjectNode answer = begin(completion.end() == End.LENGTH ? "incomplete" : "completed");
    if (completion.end() == End.LENGTH) {
      answer.putObject("incomplete_details").put("reason", "max_output_tokens");
    }
    items().forEach(answer.withArray("output")::add);
    answer.set("usage", usage());
    return answer;
  }

  /** The answer before anything is said: what the first events of a stream carry. */
  ObjectNode begun() {
    return begin("in_progress").putNull("usage");
  }

  private ObjectNode begin(String status) {
    ObjectNode answer =
        Call.object()
            .put("id", "resp_" + id)
            .put("object", "response")
            .put("created_at", created)
            .put("status", status)
            .putNull("error")
            .putNull("incomplete_details")
            .put("instructions", request.body().text("instructions").orElse(null))
            .put("model", request.prompt().model().id());
    answer.putArray("output");
    answer.put("parallel_tool_calls", request.prompt().toolbox().parallel());
    answer.put("previous_response_id", (String) null);
    answer.put("store", false);
    answer.put("temperature", request.body().decimal("temperature", 0, 2).orElse(1.0));
    answer.put("top_p", request.body().decimal("top_p", 0, 1).orElse(1.0));
    ArrayNode tools = answer.putArray("tools");
    request.body().any("tools").ifPresent(given -> given.forEach(tools::add));
    request
        .body()
        .any("tool_choice")
        .ifPresentOrElse(
            c -> answer.set("tool_choice", c), () -> answer.put("tool_choice", "auto"));
    request.body().any("text").ifPresent(text -> answer.set("text", text));
    answer.putObject("metadata");
    return answer;
  }

  /** What was said, item by item: thoughts, words, calls. */
  List<ObjectNode> items() {
    List<ObjectNode> items = new ArrayList<>();
    if (!completion.reasoning().isEmpty()) {
      ObjectNode thought = Call.object().put("id", "rs_" + id).put("type", "reasoning");
      thought.putArray("summary").add(summary(completion.reasoning()));
      items.add(thought);
    }
    if (!completion.text().isEmpty()) {
      ObjectNode message =
          Call.object()
              .put("id", "msg_" + id)
              .put("type", "message")
              .put("status", completion.end() == End.LENGTH ? "incomplete" : "completed")
              .put("role", "assistant");
      message.putArray("content").add(text(completion.text()));
      items.add(message);
    }
    for (ToolCall call : completion.calls()) {
      items.add(
          Call.object()
              .put("id", "fc_" + call.id())
              .put("type", "function_call")
              .put("status", "completed")
              .put("call_id", call.id())
              .put("name", call.name())
              .put("arguments", call.arguments()));
    }
    return items;
  }

  static ObjectNode summary(String text) {
    return Call.object().put("type", "summary_text").put("text", text);
  }

  static ObjectNode text(String text) {
    ObjectNode part = Call.object().put("type", "output_text").put("text", text);
    part.putArray("annotations");
    return part;
  }

  private ObjectNode usage() {
    Completion.Usage used = completion.usage();
    ObjectNode usage = Call.object().put("input_tokens", used.prompt());
    usage.putObject("input_tokens_details").put("cached_tokens", 0);
    usage.put("output_tokens", used.completion());
    usage.putObject("output_tokens_details").put("reasoning_tokens", used.reasoning());
    return usage.put("total_tokens", used.total());
  }
}
