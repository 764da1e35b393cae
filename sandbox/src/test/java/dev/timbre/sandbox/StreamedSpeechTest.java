package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedSpeechTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String TEXT =
      "The train leaves at nine from platform two, so please be there a little earlier.";

  private static HttpResponse<byte[]> ask(String voice, String more) throws IOException {
    Caller demo = SANDBOX.demo();
    String body =
        "{\"model\":\"speech-2.8-hd\",\"stream\":true,\"text\":\""
            + TEXT
            + "\",\"voice_setting\":{\"voice_id\":\""
            + voice
            + "\"}"
            + more
            + "}";
    return demo.send(demo.to("/v1/t2a_v2").POST(BodyPublishers.ofString(body)));
  }

  private static List<JsonNode> frames(HttpResponse<byte[]> response) throws IOException {
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    List<JsonNode> frames = new ArrayList<>();
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(text).endsWith("\n\n").doesNotContain("[DONE]", "event:");
    for (String frame : text.split("\n\n", 0)) {
      assertThat(frame).startsWith("data: ").doesNotContain("\n");
      frames.add(new ObjectMapper().readTree(frame.substring("data: ".length())));
    }
    return frames;
  }

  private static byte[] joined(List<JsonNode> pieces) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (JsonNode piece : pieces) {
      bytes.writeBytes(HexFormat.of().parseHex(piece.at("/data/audio").asText()));
    }
    return bytes.toByteArray();
  }

  @Test
  void pieces_areFollowedByTheWholeSoundEncodedAnew() throws Exception {
    HttpResponse<byte[]> response = ask("female-yujie", "");
    List<JsonNode> frames = frames(response);
    List<JsonNode> pieces = frames.subList(0, frames.size() - 1);
    JsonNode last = frames.get(frames.size() - 1);
    assertThat(pieces).hasSizeGreaterThan(2);
    assertThat(pieces).allMatch(p -> p.at("/data/status").asInt() == 1 && !p.has("extra_info"));
    assertThat(pieces).allMatch(p -> Caller.code(p) == 0 && Caller.message(p).isEmpty());
    assertThat(last.at("/data/status").asInt()).isEqualTo(2);
    assertThat(Caller.message(last)).isEqualTo("success");
    String trace = response.headers().firstValue("Trace-Id").orElseThrow();
    assertThat(frames).allMatch(f -> f.get("trace_id").asText().equals(trace));

    byte[] whole = joined(List.of(last));
    assertThat(whole).hasSize(last.at("/extra_info/audio_size").asInt());
    assertThat(joined(pieces)).isNotEqualTo(whole);
    double seconds = last.at("/extra_info/audio_length").asInt() / 1000.0;
    assertThat(SoundFile.of(whole, "mp3", 32000, 1).seconds()).isCloseTo(seconds, within(0.002));
    // Without a header nobody can tell the encoder's padding from the sound.
    assertThat(SoundFile.of(joined(pieces), "mp3", 32000, 1).seconds())
        .isCloseTo(seconds, within(0.12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flac", "opus", "pcm", "pcmu_raw"})
  void pieces_canBeDecodedInEveryFormat(String format) throws Exception {
    List<JsonNode> frames =
        frames(ask("female-yujie", ",\"audio_setting\":{\"format\":\"" + format + "\"}"));
    double seconds = frames.get(frames.size() - 1).at("/extra_info/audio_length").asInt() / 1000.0;
    byte[] pieces = joined(frames.subList(0, frames.size() - 1));
    assertThat(SoundFile.of(pieces, format, 32000, 1).seconds()).isCloseTo(seconds, within(0.12));
  }

  @Test
  void wholeSound_isLeftOutOnRequest() throws Exception {
    List<JsonNode> frames =
        frames(ask("female-yujie", ",\"stream_options\":{\"exclude_aggregated_audio\":true}"));
    JsonNode last = frames.get(frames.size() - 1);
    assertThat(last.at("/data/audio").asText()).isEmpty();
    assertThat(last.at("/extra_info/usage_characters").asInt()).isEqualTo(TEXT.length());
  }

  @Test
  void refusalBeforeTheFirstPiece_isAPlainEnvelope() throws Exception {
    HttpResponse<byte[]> response = ask("NobodyHere1", "");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json");
    assertThat(Caller.code(Caller.read(response))).isEqualTo(2054);
  }

  @Test
  void formatsThatNeedTheirLength_areRefusedWith2013() throws Exception {
    var response = ask("female-yujie", ",\"audio_setting\":{\"format\":\"wav\"}");
    assertThat(Caller.code(Caller.read(response))).isEqualTo(2013);
  }

  @Test
  void url_isIgnoredInAStream() throws Exception {
    List<JsonNode> frames = frames(ask("female-yujie", ",\"output_format\":\"url\""));
    assertThat(frames.get(0).at("/data/audio").asText()).matches("[0-9a-f]+");
  }

  @Test
  void streamedSpeech_makesAVoicePermanentAndIsCharged() throws Exception {
    SANDBOX.demo().clone("StreamVoice", "lj.mp3");
    frames(ask("StreamVoice", ""));
    JsonNode totals = SANDBOX.control().get("/_sandbox/ledger?voice_id=StreamVoice").get("totals");
    assertThat(totals.at("/fee/count").asInt()).isEqualTo(1);
    assertThat(totals.at("/characters/quantity").asInt()).isEqualTo(TEXT.length());
  }

  @Test
  void halfBody_breaksAStreamInItsMiddle() throws Exception {
    SANDBOX
        .control()
        .post(
            "/_sandbox/faults",
            "{\"match\":{\"path\":\"/v1/t2a_v2\"},\"effect\":{\"type\":\"halfBody\"}}");
    assertThatThrownBy(() -> ask("female-yujie", "")).isInstanceOf(IOException.class);
  }
}
