package dev.timbre.sandbox.speech;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.MediaLinks;
import java.io.IOException;
import java.util.HexFormat;

/**
 * What was spoken, in the forms in which HTTP can answer it.
 *
 * @param subtitleLink null without subtitles
 */
record SpeechAnswer(Speech speech, String subtitleLink, String traceId) {
  private static final int IN_PROGRESS = 1;
  private static final int FINISHED = 2;

  /** The whole sound at once, as hex. */
  Answer hex() {
    byte[] audio = speech.audio();
    return Answer.success(finished(HexFormat.of().formatHex(audio), audio.length));
  }

  /** The whole sound at once, as a link. */
  Answer url(MediaLinks links) throws IOException {
    byte[] audio = speech.audio();
    String extension = speech.request().manner().encoding().format().extension();
    String link = links.publish(audio, extension, Speech.RESULT_LIFE);
    return Answer.success(finished(link, audio.length));
  }

  /** One event of a stream: a piece of the sound. */
  static ObjectNode piece(String hex, String traceId) {
    return Answer.putBaseResp(data(hex, IN_PROGRESS).put("trace_id", traceId), 0, "");
  }

  /**
   * The event that closes a stream.
   *
   * @param aggregated whether it repeats the whole sound, encoded anew
   */
  ObjectNode last(boolean aggregated) {
    byte[] whole = speech.audio();
    ObjectNode last = finished(aggregated ? HexFormat.of().formatHex(whole) : "", whole.length);
    return Answer.putBaseResp(last, Code.SUCCESS.number(), Code.SUCCESS.message());
  }

  private ObjectNode finished(String audio, int size) {
    ObjectNode answer = data(audio, FINISHED);
    if (subtitleLink != null) {
      answer.withObjectProperty("data").put("subtitle_file", subtitleLink);
    }
    answer.set("extra_info", speech.extraInfo(size));
    return answer.put("trace_id", traceId);
  }

  private static ObjectNode data(String audio, int status) {
    ObjectNode answer = Call.object();
    answer.putObject("data").put("audio", audio).put("status", status).put("ced", "");
    return answer;
  }
}
