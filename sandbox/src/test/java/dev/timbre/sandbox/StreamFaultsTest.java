package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFaultsTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BODY =
      "{\"model\":\"speech-2.8-hd\",\"stream\":true,\"text\":\"The first train leaves at nine."
          + " The second train leaves at ten. The third one never leaves at all.\","
          + "\"voice_setting\":{\"voice_id\":\"female-yujie\"}}";

  private static HttpRequest request() {
    return SANDBOX
        .demo()
        .to("/v1/t2a_v2")
        .header("Authorization", "Bearer " + SandboxConfig.DEMO_KEY)
        .POST(BodyPublishers.ofString(BODY))
        .build();
  }

  private static JsonNode fault(String effect) throws IOException {
    return SANDBOX
        .control()
        .post(
            "/_sandbox/faults",
            "{\"match\":{\"path\":\"/v1/t2a_v2\"},\"effect\":{" + effect + "}}");
  }

  private static String stream() throws IOException {
    Caller demo = SANDBOX.demo();
    var response = demo.send(demo.to("/v1/t2a_v2").POST(BodyPublishers.ofString(BODY)));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static List<JsonNode> frames(String stream) throws IOException {
    List<JsonNode> frames = new ArrayList<>();
    for (String frame : stream.split("\n\n", 0)) {
      frames.add(JSON.readTree(frame.substring("data: ".length())));
    }
    return frames;
  }

  @Test
  void error_endsTheStreamWithARefusal() throws Exception {
    fault("\"type\":\"streamError\",\"code\":1027,\"frames\":2");
    List<JsonNode> frames = frames(stream());
    assertThat(frames).hasSize(3);
    assertThat(frames.get(1).at("/data/status").asInt()).isEqualTo(1);
    assertThat(Caller.code(frames.get(2))).isEqualTo(1027);
    assertThat(Caller.message(frames.get(2))).isEqualTo("output new_sensitive");
    assertThat(frames(stream())).hasSizeGreaterThan(3);
  }

  @Test
  void cut_breaksTheLineAfterSomeEvents() throws Exception {
    fault("\"type\":\"streamCut\",\"frames\":1");
    var answer = HttpClient.newHttpClient().send(request(), BodyHandlers.ofInputStream());
    InputStream in = answer.body();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    assertThat(lines.readLine()).startsWith("data: {");
    assertThat(lines.readLine()).isEmpty();
    assertThatThrownBy(lines::readLine).isInstanceOf(IOException.class);
  }

  @Test
  void stall_keepsTheRestUntilItIsReleased() throws Exception {
    JsonNode fault = fault("\"type\":\"streamStall\",\"frames\":1");
    var answer = HttpClient.newHttpClient().send(request(), BodyHandlers.ofInputStream());
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    assertThat(lines.readLine()).startsWith("data: {");
    await().until(() -> SANDBOX.control().get("/_sandbox/faults").get("held").asInt() == 1);
    SANDBOX.control().post("/_sandbox/faults/" + fault.get("id").asText() + "/release", "{}");
    assertThat(lines.lines().filter(l -> l.contains("extra_info"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"streamSlow\",\"millis\":1",
        "\"type\":\"streamStall\",\"millis\":1",
        "\"type\":\"streamSplit\",\"bytes\":1021",
        "\"type\":\"streamTogether\""
      })
  void otherPaces_changeNoByteOfTheStream(String effect) throws Exception {
    String usual = stream().replaceAll("\"trace_id\":\"\\w+\"", "");
    fault(effect);
    assertThat(stream().replaceAll("\"trace_id\":\"\\w+\"", "")).isEqualTo(usual);
  }

  @Test
  void badHex_spoilsOneEvent() throws Exception {
    fault("\"type\":\"streamBadHex\",\"frames\":1");
    List<JsonNode> frames = frames(stream());
    assertThat(frames.get(0).at("/data/audio").asText()).matches("([0-9a-f]{2})+");
    assertThat(frames.get(1).at("/data/audio").asText()).endsWith("zz0");
    assertThat(frames.get(2).at("/data/audio").asText()).matches("([0-9a-f]{2})+");
  }

  @Test
  void badJson_spoilsOneEvent() throws Exception {
    fault("\"type\":\"streamBadJson\",\"frames\":1");
    String[] events = stream().split("\n\n", 0);
    assertThat(JSON.readTree(events[0].substring(6)).isObject()).isTrue();
    assertThatThrownBy(() -> JSON.readTree(events[1].substring(6))).isInstanceOf(IOException.class);
  }

  @Test
  void finalEvent_canComeTwiceOrNever() throws Exception {
    fault("\"type\":\"streamRepeatFinal\"");
    fault("\"type\":\"streamDropFinal\"");
    List<JsonNode> twice = frames(stream());
    assertThat(twice.stream().filter(f -> f.has("extra_info"))).hasSize(2);
    assertThat(frames(stream())).hasSize(twice.size() - 2).noneMatch(f -> f.has("extra_info"));
  }

  @Test
  void decoration_addsLinesThatAReaderMustSkip() throws Exception {
    fault("\"type\":\"streamDecorated\"");
    String stream = stream();
    assertThat(stream).startsWith(": keep-alive\nid: 7\nretry: 3000\nevent: message\ndata: {");
    assertThat(stream.lines().filter(l -> l.contains("extra_info"))).hasSize(1);
  }

  @Test
  void crLf_endsEveryLine() throws Exception {
    fault("\"type\":\"streamCrLf\"");
    assertThat(stream().replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void flood_isOneLineOfTheAskedLength() throws Exception {
    fault("\"type\":\"streamFlood\",\"bytes\":3000000");
    List<JsonNode> frames = frames(stream());
    assertThat(frames.get(1).at("/data/audio").asText()).hasSize(3_000_000);
    assertThat(frames.get(frames.size() - 1).has("extra_info")).isTrue();
  }

  @Test
  void answersThatAreNoStream_areLeftAlone() throws Exception {
    fault("\"type\":\"streamError\",\"code\":1027");
    assertThat(Caller.code(SANDBOX.demo().speak("female-yujie", "Hello."))).isZero();
  }
}
