package dev.timbre.sandbox.music;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.AudioEncoder;
import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.audio.Pcm;
import dev.timbre.sandbox.audio.StreamEncoder;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Event;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.MediaLinks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What was played, in the forms in which it can be answered. */
record MusicAnswer(MusicRequest.Wanted wanted, Pcm played, String traceId) {
  private static final Duration LINK_LIFE = Duration.ofHours(24);
  private static final int IN_PROGRESS = 1;
  private static final int FINISHED = 2;
  private static final int SECONDS_PER_EVENT = 4;

  Answer answer(MediaLinks links) throws IOException {
    byte[] audio = AudioEncoder.encode(played, encoding());
    if (wanted.streamed()) {
      return events(audio);
    }
    String carried =
        wanted.asUrl()
            ? links.publish(audio, encoding().format().extension(), LINK_LIFE)
            : HexFormat.of().formatHex(audio);
    return Answer.success(finished(carried, audio.length));
  }

  /** A few seconds of music per event, then one with the whole, encoded anew. */
  private Answer events(byte[] whole) {
    List<Event> events = new ArrayList<>();
    byte[] audio = StreamEncoder.encode(played, encoding());
    int piece = encoding().effectiveBitrate() / 8 * SECONDS_PER_EVENT;
    for (int at = 0; at < audio.length; at += piece) {
      String hex = HexFormat.of().formatHex(audio, at, Math.min(audio.length, at + piece));
      ObjectNode frame = data(hex, IN_PROGRESS).put("trace_id", traceId);
      events.add(Event.of(Answer.putBaseResp(frame, Code.SUCCESS.number(), "")));
    }
    ObjectNode last = finished(HexFormat.of().formatHex(whole), whole.length);
    events.add(Event.of(Answer.putBaseResp(last, Code.SUCCESS.number(), Code.SUCCESS.message())));
    return Answer.events(events.iterator());
  }

  private ObjectNode finished(String audio, int size) {
    ObjectNode answer = data(audio, FINISHED).put("trace_id", traceId);
    answer
        .putObject("extra_info")
        .put("music_duration", played.millis())
        .put("music_sample_rate", encoding().sampleRate())
        .put("music_channel", encoding().channels())
        .put("bitrate", encoding().effectiveBitrate())
        .put("music_size", size);
    return answer.putNull("analysis_info");
  }

  private static ObjectNode data(String audio, int status) {
    ObjectNode answer = Call.object();
    answer.putObject("data").put("audio", audio).put("status", status);
    return answer;
  }

  private Encoding encoding() {
    return wanted.encoding();
  }
}
