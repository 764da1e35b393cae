package dev.timbre.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What goes back to the caller.
 *
 * @param code of the envelope, null without one
 * @param chunks the body, one chunk unless it is an event stream, each flushed by itself; null when
 *     the bytes come from {@code file}
 */
record Answer(int httpStatus, String contentType, Integer code, List<byte[]> chunks, Path file) {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String EVENTS = "text/event-stream";

  /** Success: the fields of the answer followed by {@code base_resp}. */
  static Answer success(ObjectNode fields) {
    return envelope(fields, Code.SUCCESS.number(), Code.SUCCESS.message());
  }

  /** Adds {@code base_resp}. */
  static ObjectNode putBaseResp(ObjectNode fields, int code, String message) {
    fields.putObject("base_resp").put("status_code", code).put("status_msg", message);
    return fields;
  }

  /** A refusal under HTTP 200, after the fields the operation shows in its failures. */
  static Answer refusal(ObjectNode fields, Refusal refusal) {
    return envelope(fields, refusal.code(), refusal.getMessage());
  }

  private static Answer envelope(ObjectNode fields, int code, String message) {
    putBaseResp(fields, code, message);
    return new Answer(200, JSON, code, List.of(bytes(fields)), null);
  }

  /** A successful event stream of these JSON frames, without event names, ids or an end mark. */
  static Answer events(List<ObjectNode> frames) {
    List<byte[]> chunks =
        frames.stream()
            .map(frame -> ("data: " + frame + "\n\n").getBytes(StandardCharsets.UTF_8))
            .toList();
    return new Answer(200, EVENTS, Code.SUCCESS.number(), chunks, null);
  }

  /** Whether the length is not announced and every chunk goes out at once. */
  boolean isStream() {
    return contentType.equals(EVENTS);
  }

  /** JSON without an envelope. */
  static Answer json(int httpStatus, JsonNode node) {
    return new Answer(httpStatus, JSON, null, List.of(bytes(node)), null);
  }

  /** Any body as it stands. */
  static Answer text(int httpStatus, String contentType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Answer(httpStatus, contentType, null, List.of(bytes), null);
  }

  /** The bytes of a file. */
  static Answer file(String contentType, Path file) {
    return new Answer(200, contentType, null, null, file);
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return Json.MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
