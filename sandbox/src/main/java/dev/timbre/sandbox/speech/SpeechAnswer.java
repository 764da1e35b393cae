package dev.timbre.sandbox.speech;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.AudioEncoder;
import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.audio.Pcm;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.MediaLinks;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;

/** What was spoken, in the forms in which it can be answered. */
public record SpeechAnswer(
    SpeechRequest request, Pcm spoken, long characters, double invisible, String traceId) {

  /** How long a link to a result lives: 24 hours. */
  private static final Duration RESULT_LIFE = Duration.ofHours(24);

  private static final int IN_PROGRESS = 1;
  private static final int FINISHED = 2;

  /** The whole sound at once, as hex or as a link. */
  public Answer whole(MediaLinks links) throws IOException {
    byte[] audio = AudioEncoder.encode(spoken, encoding());
    String carried =
        request.wanted().asUrl()
            ? links.publish(audio, encoding().format().extension(), RESULT_LIFE)
            : HexFormat.of().formatHex(audio);
    return Answer.success(finished(carried, audio.length));
  }

  /** One event of a stream: a piece of the sound. */
  static ObjectNode piece(byte[] audio, String traceId) {
    ObjectNode frame = data(HexFormat.of().formatHex(audio), IN_PROGRESS);
    return Answer.putBaseResp(frame.put("trace_id", traceId), 0, "");
  }

  /** The event that closes a stream, with the whole sound unless the caller does not want it. */
  ObjectNode last() {
    byte[] whole = AudioEncoder.encode(spoken, encoding());
    String hex = request.wanted().aggregated() ? HexFormat.of().formatHex(whole) : "";
    Code success = Code.SUCCESS;
    return Answer.putBaseResp(finished(hex, whole.length), success.number(), success.message());
  }

  private ObjectNode finished(String audio, int size) {
    ObjectNode answer = data(audio, FINISHED);
    answer.set("extra_info", extraInfo(size));
    return answer.put("trace_id", traceId);
  }

  private static ObjectNode data(String audio, int status) {
    ObjectNode answer = Call.object();
    answer.putObject("data").put("audio", audio).put("status", status).put("ced", "");
    return answer;
  }

  private ObjectNode extraInfo(int size) {
    return Call.object()
        .put("audio_length", spoken.millis())
        .put("audio_sample_rate", encoding().sampleRate())
        .put("audio_size", size)
        .put("bitrate", encoding().effectiveBitrate())
        .put("word_count", Billing.words(request.marked().words()))
        .put("invisible_character_ratio", invisible)
        .put("usage_characters", characters)
        .put("audio_format", encoding().format().wireName())
        .put("audio_channel", encoding().channels());
  }

  private Encoding encoding() {
    return request.wanted().encoding();
  }
}
