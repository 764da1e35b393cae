package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DictationSocketTest {
  private static final String PATH = "/ws/v1/t2a_v2_bidi";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static SocketCaller started() throws Exception {
    SocketCaller caller = SocketCaller.open(SANDBOX.control(), PATH, SandboxConfig.DEMO_KEY);
    caller.send(SocketCaller.START.replace("{\"event\"", "{\"session_id\":\"mine-1\",\"event\""));
    caller.expect("connected_success");
    JsonNode started = caller.expect("task_started");
    assertThat(started.get("session_id").asText()).isEqualTo("mine-1");
    assertThat(started.get("connect_id").asText()).isNotEmpty();
    return caller;
  }

  /** The names of events up to one, pieces of sound left out but for the last of a text. */
  private static List<String> until(SocketCaller caller, String name) throws Exception {
    List<String> names = new ArrayList<>();
    JsonNode event;
    do {
      event = caller.next();
      if (!event.path("event").asText().equals("task_continued")
          || event.path("is_final").asBoolean()) {
        names.add(event.get("event").asText());
      }
    } while (!event.get("event").asText().equals(name));
    return names;
  }

  private static int charged() throws Exception {
    return SANDBOX.control().get("/_sandbox/ledger").at("/totals/characters/quantity").asInt();
  }

  @Test
  void piecesOfText_becomeSentences() throws Exception {
    try (SocketCaller caller = started()) {
      caller.send(
          SocketCaller.text("Good "),
          SocketCaller.text("evening. And"),
          SocketCaller.text("   "),
          SocketCaller.text(" good night"),
          SocketCaller.FINISH);
      assertThat(until(caller, "task_finished"))
          .containsExactly(
              "sentence_start",
              "task_continued",
              "sentence_end",
              "sentence_start",
              "task_continued",
              "sentence_end",
              "task_finished");
      assertThat(caller.closeCode()).isEqualTo(1000);
      assertThat(charged()).isEqualTo("Good evening.".length() + "And    good night".length());
    }
  }

  @Test
  void commaIsEnoughOfALongPiece_andTooLongOnesAreCut() throws Exception {
    try (SocketCaller caller = started()) {
      caller.send(
          SocketCaller.text("one, two, three, four, five, six, seven, eight"),
          "{\"event\":\"task_flush\"}");
      assertThat(until(caller, "task_flushed")).filteredOn("sentence_start"::equals).hasSize(2);
      caller.send(SocketCaller.text("aaaa ".repeat(70)), "{\"event\":\"task_flush\"}");
      assertThat(until(caller, "task_flushed")).filteredOn("sentence_start"::equals).hasSize(2);
    }
  }

  @Test
  void unfinishedSentence_isSpokenWhenNothingMoreComes() throws Exception {
    try (SocketCaller caller = started()) {
      caller.send(SocketCaller.text("And then"));
      caller.ping();
      SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":2}");
      assertThat(until(caller, "sentence_end")).contains("task_continued");
    }
  }

  @Test
  void cancel_dropsWhatWasNotSpoken() throws Exception {
    try (SocketCaller caller = started()) {
      caller.send(SocketCaller.text("Never to be heard"), "{\"event\":\"task_cancel\"}");
      assertThat(until(caller, "task_canceled")).containsExactly("task_canceled");
      assertThat(charged()).isZero();
      caller.send(SocketCaller.text("This one."));
      assertThat(until(caller, "sentence_end")).contains("task_continued");
    }
  }

  @Test
  void wrongOrder_endsTheSessionWith2206() throws Exception {
    try (SocketCaller caller = started()) {
      caller.send(SocketCaller.START);
      assertThat(caller.failure()).isEqualTo(2206);
    }
    try (SocketCaller caller = SocketCaller.open(SANDBOX.control(), PATH, SandboxConfig.DEMO_KEY)) {
      caller.expect("connected_success");
      caller.send(SocketCaller.text("Too early."));
      assertThat(caller.failure()).isEqualTo(2206);
    }
  }

  @Test
  void textOverTheLimit_isSkipped() throws Exception {
    try (SocketCaller caller = started()) {
      caller.send(SocketCaller.text("a".repeat(10_000)));
      assertThat(Caller.code(caller.expect("task_continued"))).isEqualTo(2204);
      caller.send(SocketCaller.FINISH);
      caller.expect("task_finished");
    }
  }
}
