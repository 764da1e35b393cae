package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.model.Code;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static JsonNode demo(String settings) throws IOException {
    return SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\"," + settings + "}");
  }

  private static void advance(int seconds) throws IOException {
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":" + seconds + "}");
  }

  private static int speak(String text) throws IOException {
    return Caller.code(SANDBOX.demo().speak("female-yujie", text));
  }

  @ParameterizedTest
  @EnumSource(value = Code.class, mode = EnumSource.Mode.EXCLUDE, names = "SUCCESS")
  void everyCode_canBeInjectedWithItsUsualWording(Code code) throws Exception {
    SANDBOX
        .control()
        .post(
            "/_sandbox/faults",
            "{\"match\":{\"path\":\"/v1/get_voice\"},\"effect\":{\"type\":\"code\",\"code\":"
                + code.number()
                + "}}");
    JsonNode answer = SANDBOX.demo().post("/v1/get_voice", "{\"voice_type\":\"system\"}");
    assertThat(Caller.code(answer)).isEqualTo(code.number());
    assertThat(Caller.message(answer)).isEqualTo(code.message());
  }

  @Test
  void requests_areCountedByModelAndMinute() throws Exception {
    demo("\"limits\":{\"speechRequests\":2}");
    assertThat(speak("One.")).isZero();
    assertThat(speak("Two.")).isZero();
    assertThat(speak("Three.")).isEqualTo(1002);
    JsonNode otherModel =
        SANDBOX
            .demo()
            .post(
                "/v1/t2a_v2",
                "{\"model\":\"speech-2.8-turbo\",\"text\":\"Hi.\",\"voice_setting\":"
                    + "{\"voice_id\":\"female-yujie\"}}");
    assertThat(Caller.code(otherModel)).isZero();
    advance(61);
    assertThat(speak("Four.")).isZero();
  }

  @Test
  void characters_areCountedToo() throws Exception {
    demo("\"limits\":{\"speechCharacters\":10}");
    assertThat(speak("123456789.")).isZero();
    assertThat(speak("1")).isEqualTo(1039);
  }

  @Test
  void growth_comparesTenSecondsWithTheTenBefore() throws Exception {
    demo("\"limits\":{\"speechGrowth\":1}");
    assertThat(speak("One.")).isZero();
    assertThat(speak("Two.")).isEqualTo(2045);
    advance(11);
    assertThat(speak("Three.")).isZero();
    assertThat(speak("Four.")).isZero();
    assertThat(speak("Five.")).isEqualTo(2045);
  }

  @Test
  void connections_areCountedWhileTheyAreOpen() throws Exception {
    demo("\"limits\":{\"speechConnections\":1}");
    JsonNode fault =
        SANDBOX
            .control()
            .post(
                "/_sandbox/faults",
                "{\"match\":{\"path\":\"/v1/t2a_v2\"},\"effect\":{\"type\":\"streamStall\"}}");
    CompletableFuture<?> first = CompletableFuture.runAsync(LimitsTest::stream);
    await().until(() -> SANDBOX.control().get("/_sandbox/faults").get("held").asInt() == 1);
    assertThat(speak("Two at once.")).isEqualTo(1041);
    SANDBOX.control().post("/_sandbox/faults/" + fault.get("id").asText() + "/release", "{}");
    first.get();
    await().untilAsserted(() -> assertThat(speak("One again.")).isZero());
  }

  @Test
  void webSockets_areConnectionsToo() throws Exception {
    demo("\"limits\":{\"speechConnections\":1}");
    try (SocketCaller first = SocketCaller.started(SANDBOX);
        SocketCaller second = SocketCaller.open(SANDBOX)) {
      assertThat(second.failure()).isEqualTo(1041);
      assertThat(speak("Over HTTP neither.")).isEqualTo(1041);
      first.send(SocketCaller.FINISH);
      first.expect("task_finished");
    }
    await().untilAsserted(() -> assertThat(speak("One again.")).isZero());
  }

  @Test
  void music_isCountedWhileItsAnswerIsOnTheWay() throws Exception {
    demo("\"limits\":{\"musicConnections\":1}");
    JsonNode fault =
        SANDBOX
            .control()
            .post(
                "/_sandbox/faults",
                "{\"match\":{\"path\":\"/v1/music_generation\"},"
                    + "\"effect\":{\"type\":\"hold\",\"when\":\"after\"}}");
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(LimitsTest::play);
    await().until(() -> SANDBOX.control().get("/_sandbox/faults").get("held").asInt() == 1);
    assertThat(play()).isEqualTo(1041);
    SANDBOX.control().post("/_sandbox/faults/" + fault.get("id").asText() + "/release", "{}");
    assertThat(first.get()).isZero();
    await().untilAsserted(() -> assertThat(play()).isZero());
  }

  private static int play() {
    try {
      return Caller.code(
          SANDBOX
              .demo()
              .post(
                  "/v1/music_generation",
                  "{\"model\":\"music-2.6\",\"prompt\":\"Calm\",\"lyrics\":\"La la la\"}"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void queriesOfLongTexts_areCountedByTheSecond() throws Exception {
    demo("\"limits\":{\"queryRequests\":1}");
    String id =
        SANDBOX
            .demo()
            .post(
                "/v1/t2a_async_v2",
                "{\"model\":\"speech-2.8-hd\",\"text\":\"Hi.\",\"voice_setting\":"
                    + "{\"voice_id\":\"female-yujie\"}}")
            .get("task_id")
            .asText();
    String query = "/v1/query/t2a_async_query_v2?task_id=" + id;
    await().until(() -> Caller.code(SANDBOX.demo().get(query)) == 1002);
    advance(1);
    assertThat(Caller.code(SANDBOX.demo().get(query))).isZero();
  }

  @Test
  void picturesAreCountedOneByOne() throws Exception {
    demo("\"limits\":{\"imageTokens\":3}");
    String two = "{\"model\":\"image-01\",\"prompt\":\"A boat\",\"n\":2}";
    assertThat(Caller.code(SANDBOX.demo().post("/v1/image_generation", two))).isZero();
    assertThat(Caller.code(SANDBOX.demo().post("/v1/image_generation", two))).isEqualTo(1039);
  }

  private static void stream() {
    Caller demo = SANDBOX.demo();
    String body =
        "{\"model\":\"speech-2.8-hd\",\"text\":\"Hi there.\",\"stream\":true,\"voice_setting\":"
            + "{\"voice_id\":\"female-yujie\"}}";
    try {
      demo.send(demo.to("/v1/t2a_v2").POST(BodyPublishers.ofString(body)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1028, 1030, 2056, 2062})
  void planThatIsUsedUp_refusesWithItsCode(int code) throws Exception {
    demo("\"plan\":{\"usedUp\":" + code + "}");
    assertThat(speak("Hello.")).isEqualTo(code);
    demo("\"plan\":{}");
    assertThat(speak("Hello.")).isZero();
  }

  @Test
  void modelOutsideThePlan_isRefusedWith2061() throws Exception {
    demo("\"plan\":{\"models\":[\"speech-2.8-turbo\"]}");
    assertThat(speak("Hello.")).isEqualTo(2061);
    demo("\"plan\":{\"models\":[\"speech-2.8-hd\"]}");
    assertThat(speak("Hello.")).isZero();
  }

  @Test
  void publishedTables_canBeChosenAndBent() throws Exception {
    JsonNode accounts = demo("\"limits\":{\"published\":\"cnFree\",\"cloneRequests\":1}");
    JsonNode limits = accounts.at("/0/limits");
    assertThat(limits.get("speechRequests").asInt()).isEqualTo(10);
    assertThat(limits.get("cloneRequests").asInt()).isEqualTo(1);
    assertThat(limits.has("speechGrowth")).isFalse();
  }

  @Test
  void limitsAndPlans_areShown_andForgottenByAReset() throws Exception {
    demo("\"limits\":{\"musicConnections\":3},\"plan\":{\"models\":[\"m\"]}");
    JsonNode account = SANDBOX.control().get("/_sandbox/state").at("/accounts/0");
    assertThat(account.at("/limits/musicConnections").asInt()).isEqualTo(3);
    assertThat(account.at("/plan/models/0").asText()).isEqualTo("m");
    SANDBOX.control().post("/_sandbox/reset", "{}");
    assertThat(SANDBOX.control().get("/_sandbox/state").at("/accounts/0/limits")).isEmpty();
  }

  @Test
  void everyAnswer_namesItsTraceTwice() throws Exception {
    Caller demo = SANDBOX.demo();
    var response = demo.send(demo.to("/v1/files/list").GET());
    String trace = response.headers().firstValue("Trace-Id").orElseThrow();
    assertThat(trace).matches("[0-9a-f]{32}");
    assertThat(response.headers().firstValue("X-Trace-Id")).contains(trace);
  }
}
