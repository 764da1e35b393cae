package dev.timbre.provider.client;

import dev.timbre.provider.client.SessionEvent.AudioPiece;
import dev.timbre.provider.client.SessionEvent.TextSpoken;
import dev.timbre.provider.client.SocketServer.Peer;
import dev.timbre.provider.client.wire.speech.SocketSetting;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a provider says in a session that keeps to the contract, and what its reader hears. */
final class SessionScript {

  static final String OK =
      "\"trace_id\":\"06ab71\",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  static final String CONNECTED = "{\"session_id\":\"9a01\",\"event\":\"connected_success\"," + OK;

  static final String STARTED = "{\"session_id\":\"9a01\",\"event\":\"task_started\"," + OK;

  static final String FINISHED = "{\"session_id\":\"9a01\",\"event\":\"task_finished\"," + OK;

  static final String PIECE =
      "{\"session_id\":\"9a01\",\"event\":\"task_continued\",\"data\":{\"audio\":\"fffb90\"},"
          + "\"is_final\":false,"
          + OK;

  static final String LAST =
      "{\"session_id\":\"9a01\",\"event\":\"task_continued\",\"data\":{\"audio\":\"\"},"
          + "\"extra_info\":{\"audio_length\":930,\"audio_sample_rate\":32000,"
          + "\"audio_size\":14904,\"bitrate\":128000,\"word_count\":2,"
          + "\"invisible_character_ratio\":0,\"usage_characters\":13,\"audio_format\":\"mp3\","
          + "\"audio_channel\":1},\"is_final\":true,"
          + OK;

  static final SocketSetting SETTING =
      SocketSetting.of(SpeechModel.SPEECH_2_8_TURBO, VoiceSetting.of("female-yujie")).build();

  /** Up to the first text. */
  static void begin(Peer peer) throws IOException {
    peer.shakeHands();
    peer.text(CONNECTED);
    peer.read();
    peer.text(STARTED);
  }

  static List<SessionEvent> all(SpeechSession session) {
    List<SessionEvent> events = new ArrayList<>();
    for (Optional<SessionEvent> next = session.next(); next.isPresent(); next = session.next()) {
      events.add(next.get());
    }
    return events;
  }

  /** Two characters an event: which text, and whether it is a piece, spoken or skipped. */
  static String outline(List<SessionEvent> events) {
    StringBuilder outline = new StringBuilder();
    for (SessionEvent event : events) {
      outline.append(event.text());
      outline.append(event instanceof AudioPiece ? 'a' : event instanceof TextSpoken ? '.' : '-');
    }
    return outline.toString();
  }

  private SessionScript() {}
}
