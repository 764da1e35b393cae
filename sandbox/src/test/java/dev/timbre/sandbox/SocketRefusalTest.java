package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketRefusalTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static SocketCaller open(String key) {
    return SocketCaller.open(SANDBOX.control(), SocketCaller.SPEECH, key);
  }

  private static int failureAfter(String... messages) throws Exception {
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.send(messages);
      caller.expect("connected_success");
      return caller.failure();
    }
  }

  private static void account(String fields) throws Exception {
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\"," + fields + "}");
  }

  @Test
  void badKey_isToldByATaskFailedInsteadOfAGreeting() throws Exception {
    try (SocketCaller none = open(null);
        SocketCaller wrong = open("sk-api-nobody")) {
      assertThat(none.failure()).isEqualTo(1004);
      assertThat(wrong.failure()).isEqualTo(2049);
    }
  }

  @ParameterizedTest
  @CsvSource({",1004", "sk-api-nobody,2049"})
  void badKey_canBeRefusedWithAStatusInstead(String key, int code) throws Exception {
    SANDBOX.control().post("/_sandbox/settings", "{\"sockets\":{\"refuseWithStatus\":true}}");
    assertThatThrownBy(() -> open(key))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    JsonNode requests = SANDBOX.control().get("/_sandbox/requests").get("requests");
    assertThat(requests.get(requests.size() - 1).get("statusCode").asInt()).isEqualTo(code);
  }

  @Test
  void purseOfTheKeyThatOpened_pays() throws Exception {
    account("\"balance\":\"0\"");
    try (SocketCaller caller = open("sk-cp-sandbox-demo")) {
      caller.send(SocketCaller.START, SocketCaller.text("Paid by the plan."));
      caller.expect("connected_success");
      caller.expect("task_started");
      caller.answer();
    }
    assertThat(SANDBOX.control().get("/_sandbox/ledger").at("/entries/0/purse").asText())
        .isEqualTo("plan");
    assertThat(failureAfter(SocketCaller.START)).isEqualTo(1008);
    account("\"balance\":\"1\",\"planBalance\":\"0\"");
    try (SocketCaller caller = open("sk-cp-sandbox-demo")) {
      caller.send(SocketCaller.START);
      caller.expect("connected_success");
      assertThat(caller.failure()).isEqualTo(1008);
    }
  }

  @Test
  void eventsOutOfOrder_endTheSessionWith2202() throws Exception {
    assertThat(failureAfter(SocketCaller.text("Too early."))).isEqualTo(2202);
    assertThat(failureAfter(SocketCaller.FINISH)).isEqualTo(2202);
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.send(SocketCaller.START);
      assertThat(caller.failure()).isEqualTo(2202);
    }
  }

  @Test
  void emptyAndOverlongTexts_areSkippedAndTheSessionGoesOn() throws Exception {
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.send(
          SocketCaller.text(""),
          SocketCaller.text(" \\n "),
          "{\"event\":\"task_continue\"}",
          SocketCaller.text("a".repeat(10_000)),
          SocketCaller.text("Fine."));
      for (int code : new int[] {2203, 2203, 2203, 2204}) {
        List<JsonNode> answer = caller.answer();
        assertThat(answer).hasSize(1);
        assertThat(Caller.code(answer.get(0))).isEqualTo(code);
        assertThat(answer.get(0).get("event").asText()).isEqualTo("task_continued");
      }
      assertThat(SocketCaller.sound(caller.answer())).isNotEmpty();
      caller.send(SocketCaller.FINISH);
      caller.expect("task_finished");
    }
    JsonNode totals = SANDBOX.control().get("/_sandbox/ledger").get("totals");
    assertThat(totals.at("/characters/quantity").asInt()).isEqualTo(5);
  }

  @Test
  void tooManyTextsAtOnce_areSkippedWith2205() throws Exception {
    // The start waits in a fault, so that nothing is worked off meanwhile.
    JsonNode fault =
        SANDBOX
            .control()
            .post(
                "/_sandbox/faults",
                "{\"match\":{\"path\":\"/ws/v1/t2a_v2\"},\"effect\":{\"type\":\"hold\"}}");
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.send(SocketCaller.START);
      await().until(() -> SANDBOX.control().get("/_sandbox/faults").get("held").asInt() == 1);
      for (int i = 0; i < 110; i++) {
        caller.send(SocketCaller.text("a"));
      }
      caller.ping();
      SANDBOX.control().post("/_sandbox/faults/" + fault.get("id").asText() + "/release", "{}");
      caller.expect("connected_success");
      caller.expect("task_started");
      int skipped = 0;
      for (int i = 0; i < 110; i++) {
        List<JsonNode> answer = caller.answer();
        skipped += Caller.code(answer.get(answer.size() - 1)) == 2205 ? 1 : 0;
      }
      assertThat(skipped).isEqualTo(10);
      caller.send(SocketCaller.text("And now?"));
      assertThat(SocketCaller.sound(caller.answer())).isNotEmpty();
    }
  }

  @Test
  void unknownVoice_failsAtTheStart() throws Exception {
    SANDBOX.other().clone("OtherVoice1", "lj.mp3");
    assertThat(failureAfter(SocketCaller.START.replace("female-yujie", "NobodyHere1")))
        .isEqualTo(2054);
    assertThat(failureAfter(SocketCaller.START.replace("female-yujie", "OtherVoice1")))
        .isEqualTo(2042);
  }

  @ParameterizedTest
  @CsvSource({
    "speech-2.8-turbo,speech-9",
    "'\"speed\":1','\"speed\":9'",
    "'\"mp3\"','\"wav\"'",
    "'\"voice_id\":\"female-yujie\"','\"voice_id\":\"\"'",
  })
  void wrongSettings_failTheStartWith2013(String right, String wrong) throws Exception {
    assertThat(failureAfter(SocketCaller.START.replace(right, wrong))).isEqualTo(2013);
  }

  @Test
  void prohibitedTexts_failWithTheirCodes() throws Exception {
    assertThat(failureOfText("This is prohibited-content.")).isEqualTo(1026);
    assertThat(failureOfText("This is prohibited-output.")).isEqualTo(1027);
    assertThat(failureOfText("Invisible\\u200b\\u200b\\u200b.")).isEqualTo(1042);
    assertThat(failureOfText("A pause <#200#> too long.")).isEqualTo(2013);
    assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).isEmpty();
  }

  private static int failureOfText(String text) throws Exception {
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.send(SocketCaller.text(text));
      return caller.failure();
    }
  }

  @Test
  void limitsAndMoney_areThoseOfTheAccount() throws Exception {
    account("\"limits\":{\"speechRequests\":2,\"speechCharacters\":20}");
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.send(
          SocketCaller.text("One."), SocketCaller.text("Two."), SocketCaller.text("Three."));
      caller.answer();
      caller.answer();
      assertThat(caller.failure()).isEqualTo(1002);
    }
    account("\"limits\":{\"speechCharacters\":10}");
    assertThat(failureOfText("More than ten characters.")).isEqualTo(1039);
    account("\"limits\":{},\"balance\":\"0\"");
    assertThat(failureAfter(SocketCaller.START)).isEqualTo(1008);
  }

  @Test
  void moneyThatEndsInMidSession_isNoticedAtTheNextText() throws Exception {
    account("\"balance\":\"0.0001\"");
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.send(SocketCaller.text("Hello."), SocketCaller.text("Hello again."));
      caller.answer();
      assertThat(caller.failure()).isEqualTo(1008);
    }
  }

  @Test
  void silence_endsTheSessionWith2201OnTheSandboxClock() throws Exception {
    try (SocketCaller fresh = SocketCaller.open(SANDBOX);
        SocketCaller started = SocketCaller.started(SANDBOX)) {
      fresh.expect("connected_success");
      SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":119}");
      started.send(SocketCaller.text("Still here."));
      started.answer();
      SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":60}");
      assertThat(fresh.failure()).isEqualTo(2201);
      started.send(SocketCaller.text("Still here."));
      started.answer();
      SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":120}");
      assertThat(started.failure()).isEqualTo(2201);
    }
  }

  @Test
  void patience_canBeSet() throws Exception {
    SANDBOX.control().post("/_sandbox/settings", "{\"sockets\":{\"idleSeconds\":0.2}}");
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.expect("connected_success");
      assertThat(caller.failure()).isEqualTo(2201);
    }
    assertThat(
            SANDBOX.control().get("/_sandbox/state").at("/settings/sockets/idleSeconds").asDouble())
        .isEqualTo(0.2);
  }
}
