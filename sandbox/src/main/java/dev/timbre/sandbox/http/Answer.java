package dev.timbre.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What goes back to the caller.
 *
 * @param code of the provider, null for an answer that carries none
 */
public record Answer(int httpStatus, String contentType, Integer code, Body body) {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String EVENTS = "text/event-stream";

  /** Where the bytes come from. */
  public sealed interface Body {
    /** Bytes in memory. */
    record Bytes(byte[] bytes) implements Body {}

    /** The bytes of a file. */
    record Stored(Path file) implements Body {}

    /**
     * Events, each made when it is asked for and sent before the next is made.
     *
     * @param onEnd run once, when all were sent or nobody wants the rest
     */
    record Events(Iterator<Event> events, Runnable onEnd) implements Body {}
  }

  /** Success: the fields of the answer followed by {@code base_resp}. */
  public static Answer success(ObjectNode fields) {
    return envelope(fields, Code.SUCCESS.number(), Code.SUCCESS.message());
  }

  /** Adds {@code base_resp}. */
  public static ObjectNode putBaseResp(ObjectNode fields, int code, String message) {
    fields.putObject("base_resp").put("status_code", code).put("status_msg", message);
    return fields;
  }

  /** A refusal under HTTP 200, after the fields the operation shows in its failures. */
  public static Answer refusal(ObjectNode fields, Refusal refusal) {
    return envelope(fields, refusal.code(), refusal.getMessage());
  }

  private static Answer envelope(ObjectNode fields, int code, String message) {
    putBaseResp(fields, code, message);
    return new Answer(200, JSON, code, new Body.Bytes(bytes(fields)));
  }

  /**
   * An event stream that begins well. An iterator that throws a {@link Refusal} ends it with the
   * route's refusal as the last event.
   */
  public static Answer events(Iterator<Event> events) {
    return events(events, () -> {});
  }

  /** The same with something to run when all were sent or nobody wants the rest. */
  public static Answer events(Iterator<Event> events, Runnable onEnd) {
    return new Answer(200, EVENTS, Code.SUCCESS.number(), new Body.Events(events, onEnd));
  }

  /** JSON without an envelope. */
  public static Answer json(int httpStatus, JsonNode node) {
    return new Answer(httpStatus, JSON, null, new Body.Bytes(bytes(node)));
  }

  /** Any text as it stands. */
  public static Answer text(int httpStatus, String contentType, String body) {
    return bytes(httpStatus, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Any bytes as they stand. */
  public static Answer bytes(int httpStatus, String contentType, byte[] body) {
    return new Answer(httpStatus, contentType, null, new Body.Bytes(body));
  }

  /** The bytes of a file. */
  public static Answer file(String contentType, Path file) {
    return new Answer(200, contentType, null, new Body.Stored(file));
  }

  /** The same, known by the request log to carry a code of the provider. */
  public Answer withCode(int number) {
    return new Answer(httpStatus, contentType, number, body);
  }

  /** The same under another HTTP status. */
  public Answer withStatus(int status) {
    return new Answer(status, contentType, code, body);
  }

  /** The same with all its work done: no event is still to be made. */
  Answer whole() {
    if (!(body instanceof Body.Events stream)) {
      return this;
    }
    List<Event> all = new ArrayList<>();
    stream.events().forEachRemaining(all::add);
    Body.Events made = new Body.Events(all.iterator(), stream.onEnd());
    return new Answer(httpStatus, contentType, code, made);
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return Json.MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
