package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SocketFaultsTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final String TEXT =
      "The first train leaves at nine. The second train leaves at ten. The third one never does.";

  private static JsonNode fault(String effect) throws Exception {
    return SANDBOX
        .control()
        .post(
            "/_sandbox/faults",
            "{\"match\":{\"path\":\"/ws/v1/t2a_v2\"},\"effect\":{" + effect + "}}");
  }

  private static void release(JsonNode fault) throws Exception {
    SANDBOX.control().post("/_sandbox/faults/" + fault.get("id").asText() + "/release", "{}");
  }

  private static int charged() throws Exception {
    return SANDBOX.control().get("/_sandbox/ledger").at("/totals/characters/count").asInt();
  }

  private static SocketCaller speaking() throws Exception {
    SocketCaller caller = SocketCaller.started(SANDBOX);
    caller.send(SocketCaller.text(TEXT));
    return caller;
  }

  private static JsonNode lastEntry() throws Exception {
    JsonNode all = SANDBOX.control().get("/_sandbox/requests").get("requests");
    return all.get(all.size() - 1);
  }

  @Test
  void code_isATaskFailedInPlaceOfTheStart() throws Exception {
    fault("\"type\":\"code\",\"code\":1001");
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.expect("connected_success");
      caller.send(SocketCaller.START);
      assertThat(caller.failure()).isEqualTo(1001);
    }
    assertThat(charged()).isZero();
    assertThat(lastEntry().get("statusCode").asInt()).isEqualTo(1001);
    assertThat(lastEntry().get("faultType").asText()).isEqualTo("code");
    SocketCaller.started(SANDBOX).close();
  }

  @Test
  void codeAfterTheWork_followsTheFirstPieceOfAChargedText() throws Exception {
    fault("\"type\":\"code\",\"code\":1000,\"when\":\"after\"");
    try (SocketCaller caller = speaking()) {
      caller.expect("task_continued");
      assertThat(caller.failure()).isEqualTo(1000);
    }
    assertThat(charged()).isEqualTo(1);
  }

  @Test
  void streamError_comesAfterTheAskedNumberOfPieces() throws Exception {
    fault("\"type\":\"streamError\",\"code\":1027,\"frames\":2");
    try (SocketCaller caller = speaking()) {
      caller.expect("task_continued");
      caller.expect("task_continued");
      assertThat(caller.failure()).isEqualTo(1027);
    }
  }

  @Test
  void cuts_closeTheLineWithoutAWord() throws Exception {
    fault("\"type\":\"cutBefore\"");
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.expect("connected_success");
      caller.send(SocketCaller.START);
      assertThat(caller.closeCode()).isEqualTo(1006);
    }
    assertThat(charged()).isZero();
    fault("\"type\":\"cutAfter\"");
    try (SocketCaller caller = speaking()) {
      assertThat(caller.closeCode()).isEqualTo(1006);
      assertThat(caller.hasNothingMore()).isTrue();
    }
    assertThat(charged()).isEqualTo(1);
    fault("\"type\":\"streamCut\",\"frames\":2");
    try (SocketCaller caller = speaking()) {
      caller.expect("task_continued");
      caller.expect("task_continued");
      assertThat(caller.closeCode()).isEqualTo(1006);
      assertThat(caller.hasNothingMore()).isTrue();
    }
  }

  @Test
  void stall_keepsTheRestUntilItIsReleased() throws Exception {
    JsonNode fault = fault("\"type\":\"streamStall\"");
    try (SocketCaller caller = speaking()) {
      caller.expect("task_continued");
      await().until(() -> SANDBOX.control().get("/_sandbox/faults").get("held").asInt() == 1);
      // Being stalled is not being idle.
      SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":1000}");
      caller.ping();
      assertThat(caller.hasNothingMore()).isTrue();
      release(fault);
      assertThat(caller.answer()).isNotEmpty();
    }
  }

  @Test
  void otherPaces_changeNoByteOfTheSound() throws Exception {
    byte[] usual;
    try (SocketCaller caller = speaking()) {
      usual = SocketCaller.sound(caller.answer());
    }
    for (String effect :
        List.of(
            "\"type\":\"delay\",\"millis\":1",
            "\"type\":\"delay\",\"millis\":1,\"when\":\"after\"",
            "\"type\":\"streamSlow\",\"millis\":1",
            "\"type\":\"streamStall\",\"millis\":1",
            "\"type\":\"socketFlood\",\"messages\":500")) {
      fault(effect);
      try (SocketCaller caller = speaking()) {
        assertThat(SocketCaller.sound(caller.answer())).isEqualTo(usual);
      }
    }
  }

  @Test
  void badHex_spoilsOnePiece() throws Exception {
    fault("\"type\":\"streamBadHex\"");
    try (SocketCaller caller = speaking()) {
      List<JsonNode> answer = caller.answer();
      assertThat(answer.get(0).at("/data/audio").asText()).matches("([0-9a-f]{2})+");
      assertThat(answer.get(1).at("/data/audio").asText()).endsWith("zz0");
    }
  }

  @Test
  void badJson_isHalfAMessage() throws Exception {
    fault("\"type\":\"streamBadJson\",\"frames\":0");
    try (SocketCaller caller = speaking()) {
      assertThatThrownBy(caller::closeCode).cause().isInstanceOf(JsonProcessingException.class);
    }
  }

  @Test
  void lastFrame_canComeTwiceOrNever() throws Exception {
    fault("\"type\":\"streamRepeatFinal\"");
    try (SocketCaller caller = speaking()) {
      caller.answer();
      assertThat(caller.next().get("is_final").asBoolean()).isTrue();
    }
    fault("\"type\":\"streamDropFinal\"");
    try (SocketCaller caller = speaking()) {
      caller.send(SocketCaller.FINISH);
      JsonNode event = caller.next();
      while (event.get("event").asText().equals("task_continued")) {
        assertThat(event.get("is_final").asBoolean()).isFalse();
        event = caller.next();
      }
      assertThat(event.get("event").asText()).isEqualTo("task_finished");
    }
  }

  @Test
  void eventName_canBeLeftOut() throws Exception {
    fault("\"type\":\"socketNoEvent\"");
    try (SocketCaller caller = speaking()) {
      assertThat(caller.answer()).noneMatch(event -> event.has("event"));
    }
  }

  @Test
  void start_canBeReportedBeforeTheGreeting() throws Exception {
    fault("\"type\":\"socketOutOfOrder\"");
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.expect("task_started");
      caller.expect("connected_success");
      caller.send(SocketCaller.START, SocketCaller.text("Hello."));
      assertThat(SocketCaller.sound(caller.answer())).isNotEmpty();
    }
  }

  @Test
  void flood_isOneMessageOfTheAskedSize() throws Exception {
    fault("\"type\":\"streamFlood\",\"bytes\":3000000,\"frames\":0");
    try (SocketCaller caller = speaking()) {
      assertThat(caller.next().at("/data/audio").asText()).hasSize(3_000_000);
      assertThat(SocketCaller.sound(caller.answer())).isNotEmpty();
    }
  }

  @Test
  void status_refusesTheHandshake() throws Exception {
    fault("\"type\":\"status\",\"status\":503");
    assertThatThrownBy(() -> SocketCaller.open(SANDBOX))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(503));
    SocketCaller.started(SANDBOX).close();
  }
}
