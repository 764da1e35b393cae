package dev.timbre.sandbox.socket;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Refusal;

/**
 * The events that a session sends, as the "T2A WebSocket" page of the MiniMax API reference has
 * them.
 *
 * @param sessionId the same in every event of a connection
 * @param traceId that of the handshake
 * @param connectId of the connection; null where the protocol has none
 */
record SpeechEvents(String sessionId, String traceId, String connectId) {
  static final String STARTED = "task_started";
  static final String CONTINUED = "task_continued";

  ObjectNode connected() {
    return bare("connected_success");
  }

  ObjectNode started() {
    return bare(STARTED);
  }

  /** A piece of sound. */
  ObjectNode piece(String hex) {
    ObjectNode event = named(CONTINUED);
    event.putObject("data").put("audio", hex).put("status", 1);
    return success(event.put("is_final", false));
  }

  /**
   * The end of one text.
   *
   * @param subtitleLink null without subtitles
   */
  ObjectNode last(ObjectNode extraInfo, String subtitleLink) {
    ObjectNode event = named(CONTINUED);
    ObjectNode data = event.putObject("data").put("audio", "").put("status", 2);
    if (subtitleLink != null) {
      data.put("subtitle_file", subtitleLink);
    }
    event.set("extra_info", extraInfo);
    return success(event.put("is_final", true));
  }

  /** One text is skipped; the session goes on. */
  ObjectNode skipped(Refusal refusal) {
    ObjectNode event = named(CONTINUED);
    event.putObject("data").put("audio", "").put("status", 2);
    event.put("is_final", true);
    return Answer.putBaseResp(event, refusal.code(), refusal.getMessage());
  }

  ObjectNode finished() {
    return bare("task_finished");
  }

  ObjectNode failed(Refusal refusal) {
    return Answer.putBaseResp(named("task_failed"), refusal.code(), refusal.getMessage());
  }

  /** An event of which nothing is to be said but that it happened. */
  ObjectNode bare(String event) {
    return success(named(event));
  }

  /** The same with an id that the caller chose. */
  SpeechEvents withSessionId(String chosen) {
    return new SpeechEvents(chosen, traceId, connectId);
  }

  private ObjectNode named(String event) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("session_id", sessionId)
            .put("event", event)
            .put("trace_id", traceId);
    return connectId == null ? node : node.put("connect_id", connectId);
  }

  private static ObjectNode success(ObjectNode event) {
    return Answer.putBaseResp(event, Code.SUCCESS.number(), Code.SUCCESS.message());
  }
}
