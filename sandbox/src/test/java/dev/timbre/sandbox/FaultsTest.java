package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String LIST = "{\"voice_type\":\"voice_cloning\"}";

  private static JsonNode fault(String match, String effect) throws Exception {
    return SANDBOX
        .control()
        .post("/_sandbox/faults", "{\"match\":{" + match + "},\"effect\":{" + effect + "}}");
  }

  private static JsonNode speak() {
    try {
      return SANDBOX.demo().speak("female-yujie", "Hello.");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int charges() throws Exception {
    return SANDBOX.control().get("/_sandbox/ledger").get("entries").size();
  }

  private static JsonNode requests(String path) throws Exception {
    return SANDBOX.control().get("/_sandbox/requests?path=" + path).get("requests");
  }

  @Test
  void code_isAnsweredOnceInTheShapeOfTheOperation() throws Exception {
    fault("\"path\":\"/v1/t2a_v2\"", "\"type\":\"code\",\"code\":1002");
    JsonNode answer = speak();
    assertThat(Caller.code(answer)).isEqualTo(1002);
    assertThat(Caller.message(answer)).isEqualTo("rate limit");
    assertThat(answer.get("data").isNull()).isTrue();
    assertThat(charges()).isZero();
    assertThat(Caller.code(speak())).isZero();
  }

  @Test
  void codeAfterTheWork_isAnsweredThoughTheWorkIsDone() throws Exception {
    fault(
        "\"path\":\"/v1/t2a_v2\"",
        "\"type\":\"code\",\"code\":1001,\"message\":\"timeout\",\"when\":\"after\"");
    assertThat(Caller.code(speak())).isEqualTo(1001);
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void cutBefore_closesTheLineWithTheWorkUndone() throws Exception {
    fault("\"path\":\"/v1/t2a_v2\"", "\"type\":\"cutBefore\"");
    assertThatThrownBy(() -> SANDBOX.demo().speak("female-yujie", "Hello."))
        .isInstanceOf(IOException.class);
    assertThat(charges()).isZero();
    JsonNode seen = requests("/v1/t2a_v2");
    assertThat(seen).hasSize(1);
    assertThat(seen.at("/0/faultType").asText()).isEqualTo("cutBefore");
    assertThat(seen.at("/0/statusCode").isNull()).isTrue();
  }

  @Test
  void cutAfter_closesTheLineWithTheWorkDone() throws Exception {
    long file = SANDBOX.demo().uploadSample("lj.mp3");
    String body = "{\"file_id\":" + file + ",\"voice_id\":\"CutVoice01\"}";
    fault("\"path\":\"/v1/voice_clone\"", "\"type\":\"cutAfter\"");
    assertThatThrownBy(() -> SANDBOX.demo().post("/v1/voice_clone", body))
        .isInstanceOf(IOException.class);
    assertThat(Caller.code(SANDBOX.demo().post("/v1/voice_clone", body))).isEqualTo(2039);
    JsonNode seen = requests("/v1/voice_clone");
    assertThat(seen.at("/0/statusCode").asInt(-1)).isZero();
    assertThat(seen.at("/0/voiceId").asText()).isEqualTo("CutVoice01");
    assertThat(seen.at("/1/statusCode").asInt()).isEqualTo(2039);
  }

  @Test
  void halfBody_announcesMoreThanItSends() throws Exception {
    fault("\"path\":\"/v1/t2a_v2\"", "\"type\":\"halfBody\"");
    assertThatThrownBy(() -> SANDBOX.demo().speak("female-yujie", "Hello."))
        .isInstanceOf(IOException.class);
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void status_answersABodyThatIsNoEnvelope() throws Exception {
    fault("\"path\":\"/v1/get_voice\"", "\"type\":\"status\"");
    Caller demo = SANDBOX.demo();
    HttpResponse<byte[]> response =
        demo.send(demo.to("/v1/get_voice").POST(BodyPublishers.ofString(LIST)));
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/html");
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("<html>");

    fault(
        "\"path\":\"/v1/get_voice\"",
        "\"type\":\"status\",\"status\":503,\"body\":\"\",\"contentType\":\"text/plain\"");
    HttpResponse<byte[]> empty =
        demo.send(demo.to("/v1/get_voice").POST(BodyPublishers.ofString(LIST)));
    assertThat(empty.statusCode()).isEqualTo(503);
    assertThat(empty.body()).isEmpty();
  }

  @Test
  void delay_endsByItselfInTheUsualAnswer() throws Exception {
    JsonNode fault = fault("\"path\":\"/v1/get_voice\"", "\"type\":\"delay\",\"millis\":1");
    assertThat(Caller.code(SANDBOX.demo().post("/v1/get_voice", LIST))).isZero();
    assertThat(shown(fault).get("applied").asInt()).isEqualTo(1);
  }

  @Test
  void longDelay_keepsTheRequestWaiting() throws Exception {
    JsonNode fault = fault("\"path\":\"/v1/t2a_v2\"", "\"type\":\"delay\",\"millis\":600000");
    CompletableFuture<JsonNode> speech = CompletableFuture.supplyAsync(FaultsTest::speak);
    await().until(() -> shown(fault).get("held").asInt() == 1);
    assertThat(speech).isNotDone();
    assertThat(charges()).isZero();
    SANDBOX.control().post("/_sandbox/faults/" + fault.get("id").asText() + "/release", "{}");
    assertThat(Caller.code(speech.get())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after"})
  void hold_blocksUntilReleased_beforeOrAfterTheWork(String when) throws Exception {
    JsonNode fault =
        fault("\"path\":\"/v1/t2a_v2\"", "\"type\":\"hold\",\"when\":\"" + when + "\"");
    CompletableFuture<JsonNode> speech = CompletableFuture.supplyAsync(FaultsTest::speak);
    await().until(() -> shown(fault).get("held").asInt() == 1);
    assertThat(charges()).isEqualTo(when.equals("after") ? 1 : 0);
    assertThat(speech).isNotDone();

    SANDBOX.control().post("/_sandbox/faults/" + fault.get("id").asText() + "/release", "{}");
    assertThat(Caller.code(speech.get())).isZero();
    assertThat(charges()).isEqualTo(1);
    assertThat(shown(fault).get("held").asInt()).isZero();
  }

  @Test
  void deletingAFault_letsGoWhatItHolds() throws Exception {
    JsonNode fault = fault("\"path\":\"/v1/t2a_v2\"", "\"type\":\"hold\"");
    CompletableFuture<JsonNode> speech = CompletableFuture.supplyAsync(FaultsTest::speak);
    await().until(() -> shown(fault).get("held").asInt() == 1);
    SANDBOX.control().delete("/_sandbox/faults/" + fault.get("id").asText());
    assertThat(Caller.code(speech.get())).isZero();
    assertThat(SANDBOX.control().get("/_sandbox/faults").get("faults")).isEmpty();
  }

  @Test
  void skipAndTimes_chooseWhichRequestsAreHit() throws Exception {
    fault("\"path\":\"/v1/get_voice\",\"skip\":1,\"times\":2", "\"type\":\"code\",\"code\":1013");
    int[] codes = new int[4];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Caller.code(SANDBOX.demo().post("/v1/get_voice", LIST));
    }
    assertThat(codes).containsExactly(0, 1013, 1013, 0);
  }

  @Test
  void match_looksAtMethodAndPrefix() throws Exception {
    fault("\"path\":\"/v1/files/*\",\"method\":\"POST\"", "\"type\":\"code\",\"code\":1000");
    assertThat(Caller.code(SANDBOX.demo().get("/v1/files/list"))).isZero();
    assertThat(Caller.code(SANDBOX.demo().post("/v1/get_voice", LIST))).isZero();
    assertThat(Caller.code(SANDBOX.demo().post("/v1/files/delete", "{}"))).isEqualTo(1000);
  }

  @Test
  void faultsOfOnePath_happenInTheirOrder() throws Exception {
    fault("\"path\":\"/v1/get_voice\"", "\"type\":\"code\",\"code\":1002");
    fault("\"path\":\"/v1/get_voice\"", "\"type\":\"code\",\"code\":1013");
    assertThat(Caller.code(SANDBOX.demo().post("/v1/get_voice", LIST))).isEqualTo(1002);
    assertThat(Caller.code(SANDBOX.demo().post("/v1/get_voice", LIST))).isEqualTo(1013);
    SANDBOX.control().delete("/_sandbox/faults");
    assertThat(Caller.code(SANDBOX.demo().post("/v1/get_voice", LIST))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"match\":{},\"effect\":{\"type\":\"hold\"}}",
        "{\"match\":{\"path\":\"/v1/t2a_v2\"}}",
        "{\"match\":{\"path\":\"/v1/t2a_v2\"},\"effect\":{\"type\":\"explode\"}}",
        "{\"match\":{\"path\":\"/v1/t2a_v2\"},\"effect\":{\"type\":\"code\"}}",
        "{\"match\":{\"path\":\"/v1/t2a_v2\",\"times\":0},\"effect\":{\"type\":\"hold\"}}",
        "{\"match\":{\"path\":\"/v1/t2a_v2\"},\"effect\":{\"type\":\"hold\",\"when\":\"never\"}}"
      })
  void badFault_isRefusedWith400(String body) throws Exception {
    Caller control = SANDBOX.control();
    var response =
        control.postRaw(
            "/_sandbox/faults", "application/json", body.getBytes(StandardCharsets.UTF_8));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("error");
  }

  private static JsonNode shown(JsonNode fault) throws IOException {
    for (JsonNode one : SANDBOX.control().get("/_sandbox/faults").get("faults")) {
      if (one.get("id").equals(fault.get("id"))) {
        return one;
      }
    }
    throw new IllegalStateException("no such fault");
  }
}
