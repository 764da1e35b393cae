package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What answers in the native form and in OpenAI's have in common. */
final class ChatFields {
  private ChatFields() {}

  /** The beginning of an answer or of a frame; {@code choices} are still empty. */
  static ObjectNode begin(String id, String object, long created, String model) {
    ObjectNode fields = Call.object().put("id", id);
    fields.putArray("choices");
    return fields.put("created", created).put("model", model).put("object", object);
  }

  static ObjectNode usage(Completion.Usage usage, boolean reasons) {
    ObjectNode fields =
        Call.object()
            .put("total_tokens", usage.total())
            .put("total_characters", 0)
            .put("prompt_tokens", usage.prompt())
            .put("completion_tokens", usage.completion());
    if (reasons) {
      fields.putObject("completion_tokens_details").put("reasoning_tokens", usage.reasoning());
    }
    return fields;
  }

  static ObjectNode putVerdicts(ObjectNode fields) {
    return fields
        .put("input_sensitive", false)
        .put("output_sensitive", false)
        .put("input_sensitive_type", 0)
        .put("output_sensitive_type", 0)
        .put("output_sensitive_int", 0);
  }

  /** Adds the envelope, whose message is empty on success in this family. */
  static ObjectNode putSuccess(ObjectNode fields) {
    return Answer.putBaseResp(fields, 0, "");
  }

  static String finishReason(Completion completion) {
    return completion.end().name().toLowerCase(Locale.ROOT);
  }

  static void putCalls(ObjectNode message, List<ToolCall> calls) {
    if (calls.isEmpty()) {
      message.putNull("tool_calls");
      return;
    }
    ArrayNode list = message.putArray("tool_calls");
    for (ToolCall call : calls) {
      list.add(call(call, call.arguments()));
    }
  }

  static ObjectNode call(ToolCall call, String arguments) {
    ObjectNode fields = Call.object().put("id", call.id()).put("type", "function");
    fields.putObject("function").put("name", call.name()).put("arguments", arguments);
    return fields;
  }

  /** The deltas of one call: its head, then its arguments piece by piece. */
  static List<ObjectNode> callDeltas(ToolCall call, int index) {
    List<ObjectNode> deltas = new ArrayList<>();
    ObjectNode head = Call.object();
    head.putArray("tool_calls").add(call(call, "").put("index", index));
    deltas.add(head);
    for (String piece : Pieces.of(call.arguments())) {
      ObjectNode delta = Call.object();
      ObjectNode part = delta.putArray("tool_calls").addObject().put("index", index);
      part.putObject("function").put("arguments", piece);
      deltas.add(delta);
    }
    return deltas;
  }
}
