package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpeechSocketTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static String start(String voiceId) {
    return SocketCaller.START.replace("female-yujie", voiceId);
  }

  @Test
  void session_goesThroughItsEventsInOrder() throws Exception {
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      JsonNode greeting = caller.expect("connected_success");
      caller.send(SocketCaller.START);
      caller.expect("task_started");
      caller.send(SocketCaller.text("Good evening, and welcome to the station of the north."));
      List<JsonNode> answer = caller.answer();
      caller.send(SocketCaller.FINISH);
      JsonNode end = caller.expect("task_finished");
      assertThat(caller.closeCode()).isEqualTo(1000);

      assertThat(answer).hasSizeGreaterThan(2);
      List<JsonNode> all = new ArrayList<>(answer);
      all.add(greeting);
      all.add(end);
      for (JsonNode event : all) {
        assertThat(Caller.code(event)).isZero();
        assertThat(event.get("session_id")).isEqualTo(greeting.get("session_id"));
        assertThat(event.get("trace_id")).isEqualTo(greeting.get("trace_id"));
      }
      for (JsonNode piece : answer.subList(0, answer.size() - 1)) {
        assertThat(piece.get("is_final").asBoolean()).isFalse();
        assertThat(piece.at("/data/audio").asText()).matches("([0-9a-f]{2})+");
        assertThat(piece.has("extra_info")).isFalse();
      }
      JsonNode info = answer.get(answer.size() - 1).get("extra_info");
      byte[] sound = SocketCaller.sound(answer);
      assertThat(sound).hasSize(info.get("audio_size").asInt());
      assertThat(info.get("usage_characters").asInt()).isEqualTo(54);
      assertThat(info.get("word_count").asInt()).isEqualTo(10);
      assertThat(info.get("audio_format").asText()).isEqualTo("mp3");
      assertThat(SoundFile.of(sound, "mp3", 32000, 1).seconds())
          .isCloseTo(info.get("audio_length").asInt() / 1000.0, within(0.12));
    }
  }

  @Test
  void everythingSentAhead_isAnsweredInOrder() throws Exception {
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.send(
          SocketCaller.START,
          SocketCaller.text("One."),
          SocketCaller.text("One and two and three and four."),
          SocketCaller.text("One and two."),
          SocketCaller.FINISH);
      caller.expect("connected_success");
      caller.expect("task_started");
      List<Integer> characters = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        List<JsonNode> answer = caller.answer();
        characters.add(answer.get(answer.size() - 1).at("/extra_info/usage_characters").asInt());
      }
      caller.expect("task_finished");
      assertThat(characters).containsExactly(4, 31, 12);
      assertThat(caller.closeCode()).isEqualTo(1000);
      assertThat(caller.hasNothingMore()).isTrue();
    }
  }

  @Test
  void sessions_doNotDisturbOneAnother() throws Exception {
    try (SocketCaller one = SocketCaller.started(SANDBOX);
        SocketCaller two = SocketCaller.started(SANDBOX)) {
      one.send(SocketCaller.text("This is the first."));
      two.send(SocketCaller.text("Second."));
      List<JsonNode> first = one.answer();
      List<JsonNode> second = two.answer();
      assertThat(first.get(0).get("session_id")).isNotEqualTo(second.get(0).get("session_id"));
      assertThat(second.get(second.size() - 1).at("/extra_info/usage_characters").asInt())
          .isEqualTo(7);
    }
  }

  @Test
  void speech_makesAVoicePermanentForOneFeeAndChargesEveryText() throws Exception {
    SANDBOX.demo().clone("SocketVoice", "lj.mp3");
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.expect("connected_success");
      caller.send(start("SocketVoice"));
      caller.expect("task_started");
      assertThat(ledger("SocketVoice").at("/fee/count").asInt()).isZero();
      caller.send(SocketCaller.text("Hello."), SocketCaller.text("你好。"));
      caller.answer();
      caller.answer();
    }
    JsonNode totals = ledger("SocketVoice");
    assertThat(totals.at("/fee/count").asInt()).isEqualTo(1);
    assertThat(totals.at("/characters/count").asInt()).isEqualTo(2);
    assertThat(totals.at("/characters/quantity").asInt()).isEqualTo(6 + 5);
    JsonNode voices = SANDBOX.demo().post("/v1/get_voice", "{\"voice_type\":\"voice_cloning\"}");
    assertThat(voices.findValuesAsText("voice_id")).contains("SocketVoice");
  }

  private static JsonNode ledger(String voiceId) throws Exception {
    return SANDBOX.control().get("/_sandbox/ledger?voice_id=" + voiceId).get("totals");
  }

  @Test
  void subtitles_comeWithTheLastFrameOfEachText() throws Exception {
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.send(
          SocketCaller.START.replace(
              "\"model\"", "\"subtitle_enable\":true,\"subtitle_type\":\"word\",\"model\""),
          SocketCaller.text("Mind the gap. Please."));
      caller.expect("connected_success");
      caller.expect("task_started");
      List<JsonNode> answer = caller.answer();
      assertThat(answer.get(0).get("data").has("subtitle_file")).isFalse();
      String link = answer.get(answer.size() - 1).at("/data/subtitle_file").asText();
      JsonNode items =
          new ObjectMapper()
              .readTree(SANDBOX.control().send(HttpRequest.newBuilder(URI.create(link))).body());
      assertThat(items.findValuesAsText("text")).containsExactly("Mind the gap.", "Please.");
      assertThat(items.findValuesAsText("word")).containsExactly("Mind", "the", "gap", "Please");
    }
  }

  @Test
  void otherFormats_areSpokenAsAsked() throws Exception {
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.send(
          SocketCaller.START.replace("\"mp3\"", "\"pcm\"").replace("32000,", "16000,"),
          SocketCaller.text("Hello."));
      caller.expect("connected_success");
      caller.expect("task_started");
      List<JsonNode> answer = caller.answer();
      JsonNode info = answer.get(answer.size() - 1).get("extra_info");
      assertThat(SocketCaller.sound(answer).length / 32.0)
          .isCloseTo(info.get("audio_length").asDouble(), within(1.0));
    }
  }

  @Test
  void session_isLoggedWhenItEnds() throws Exception {
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.send(SocketCaller.FINISH);
      caller.expect("task_finished");
    }
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.send(SocketCaller.START);
      assertThat(caller.failure()).isEqualTo(2202);
    }
    SocketCaller.started(SANDBOX).close();
    await().until(() -> entries().size() == 3);
    JsonNode entries = entries();
    assertThat(entries.findValuesAsText("statusCode")).containsExactly("0", "2202", "null");
    assertThat(entries.findValuesAsText("voiceId")).containsOnly("female-yujie");
    assertThat(entries.findValuesAsText("account")).containsOnly("demo");
    assertThat(entries.get(0).get("traceId").asText()).matches("[0-9a-f]{32}");
  }

  private static JsonNode entries() throws Exception {
    return SANDBOX.control().get("/_sandbox/requests?path=/ws/v1/t2a_v2").get("requests");
  }
}
