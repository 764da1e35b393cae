package dev.timbre.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** How an operation shows its refusals; chosen where its route is added. */
@FunctionalInterface
public interface ErrorStyle {
  /** The usual envelope under HTTP 200 and nothing beside it. */
  ErrorStyle ENVELOPE = envelope(call -> Call.object());

  /**
   * A real HTTP status with {@code {"type":"error","error":{"type","message","http_code"},
   * "request_id"}}; the code stands in brackets at the end of the message.
   */
  ErrorStyle STATUS = ErrorStyle::withStatus;

  /** The answer to a call that was refused. */
  Answer refuse(Call call, Refusal refusal);

  /** What ends an event stream that is refused after it began. */
  default Event refuseStream(Call call, Refusal refusal) {
    Answer.Body body = refuse(call, refusal).body();
    byte[] bytes = body instanceof Answer.Body.Bytes whole ? whole.bytes() : new byte[0];
    return new Event(Optional.empty(), new String(bytes, StandardCharsets.UTF_8));
  }

  /** The usual envelope under HTTP 200, after some fields. */
  static ErrorStyle envelope(Function<Call, ObjectNode> failureFields) {
    return (call, refusal) -> Answer.refusal(failureFields.apply(call), refusal);
  }

  private static Answer withStatus(Call call, Refusal refusal) {
    int status = refusal.status().orElse(statusOf(refusal.code()));
    ObjectNode answer = Call.object().put("type", "error");
    answer
        .putObject("error")
        .put("type", typeOf(status))
        .put("message", refusal.getMessage() + " (" + refusal.code() + ")")
        .put("http_code", Integer.toString(status));
    answer.put("request_id", call.traceId());
    return Answer.json(status, answer).withCode(refusal.code());
  }

  /** The HTTP status that goes with a code of the provider. */
  static int statusOf(int code) {
    return StatusTable.OF_CODE.getOrDefault(code, 400);
  }

  /** What {@code error.type} says under an HTTP status. */
  static String typeOf(int status) {
    return StatusTable.TYPES.getOrDefault(status, "bad_request_error");
  }
}
