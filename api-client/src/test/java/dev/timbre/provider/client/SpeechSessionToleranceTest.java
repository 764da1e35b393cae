package dev.timbre.provider.client;

import static dev.timbre.provider.client.SessionScript.CONNECTED;
import static dev.timbre.provider.client.SessionScript.FINISHED;
import static dev.timbre.provider.client.SessionScript.LAST;
import static dev.timbre.provider.client.SessionScript.OK;
import static dev.timbre.provider.client.SessionScript.PIECE;
import static dev.timbre.provider.client.SessionScript.SETTING;
import static dev.timbre.provider.client.SessionScript.STARTED;
import static dev.timbre.provider.client.SessionScript.all;
import static dev.timbre.provider.client.SessionScript.begin;
import static dev.timbre.provider.client.SessionScript.outline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.SessionEvent.AudioPiece;
import dev.timbre.provider.client.SessionEvent.TextSkipped;
import dev.timbre.provider.client.SessionEvent.TextSpoken;
import dev.timbre.provider.client.SocketServer.Peer;
import dev.timbre.provider.client.error.KnownError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that keep to the contract in their own way. */
class SpeechSessionToleranceTest {

  @Test
  void providerThatWaitsForTheSettings_getsThem() throws Exception {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  peer.shakeHands();
                  peer.read();
                  peer.text(STARTED);
                  peer.text(CONNECTED);
                  peer.read();
                  peer.text(PIECE);
                  peer.text(LAST);
                  peer.read();
                  peer.text(FINISHED);
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");
      session.finish();

      assertThat(outline(all(session))).isEqualTo("1a1.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"audio\":\"fffb90\"}}",
        "{\"data\":{\"audio\":\"FFFB90\",\"status\":1},\"base_resp\":{\"status_code\":\"0\"}}",
        "{\"event\":null,\"data\":{\"audio\":\"fffb90\"},\"is_final\":null,\"base_resp\":null}",
        "{\"event\":\"task_continued\",\"data\":{\"audio\":\"fffb90\"},\"new\":{\"a\":[]}}"
      })
  void pieces_areAcceptedInEveryForm(String piece) throws Exception {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  peer.text("{\"event\":\"task_continued\",\"data\":null," + OK);
                  peer.text("{\"event\":\"task_continued\",\"data\":{\"audio\":null}," + OK);
                  peer.text("{\"event\":\"sentence_start\",\"connect_id\":\"c\"," + OK);
                  peer.text(piece);
                  peer.text("{\"data\":{\"is_final\":\"true\",\"audio\":\"\"}}");
                  peer.read();
                  peer.text(FINISHED);
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");
      session.finish();

      List<SessionEvent> events = all(session);

      assertThat(outline(events)).isEqualTo("1a1.");
      assertThat(((AudioPiece) events.get(0)).audio().toByteArray())
          .containsExactly(0xff, 0xfb, 0x90);
    }
  }

  @Test
  void figuresBeforeTheEnd_countForTheirText() throws Exception {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  peer.read();
                  peer.text(
                      "{\"data\":{\"audio\":\"00\"},\"extra_info\":{\"usage_characters\":5}}");
                  peer.text("{\"data\":{\"audio\":\"\"},\"is_final\":true}");
                  peer.text("{\"data\":{\"audio\":\"\"},\"is_final\":true}");
                  peer.close(1000);
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("One.");
      session.say("Two.");

      List<SessionEvent> events = all(session);

      assertThat(outline(events)).isEqualTo("1a1.2.");
      assertThat(((TextSpoken) events.get(1)).metering().usageCharacters()).hasValue(5);
      assertThat(((TextSpoken) events.get(2)).metering().usageCharacters()).isEmpty();
      assertThat(session.usageCharacters()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2203,SOCKET_EMPTY_TEXT,task_failed",
    "2204,SOCKET_TEXT_TOO_LONG,task_continued",
    "2205,SOCKET_QUEUE_FULL,task_failed"
  })
  void textThatTheProviderSkips_doesNotEndTheSession(int code, KnownError error, String event)
      throws Exception {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  peer.text(LAST);
                  peer.read();
                  peer.text(
                      "{\"session_id\":\"9a01\",\"event\":\""
                          + event
                          + "\",\"trace_id\":\"06ab71\",\"base_resp\":{\"status_code\":"
                          + code
                          + ",\"status_msg\":\"skipped\"}}");
                  peer.read();
                  peer.text(PIECE);
                  peer.text(LAST);
                  peer.read();
                  peer.text(FINISHED);
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("One.");
      assertThat(outline(List.of(session.next().orElseThrow()))).isEqualTo("1.");
      session.say("Two.");
      TextSkipped skipped = (TextSkipped) session.next().orElseThrow();
      session.say("Three.");
      session.finish();

      assertThat(skipped.text()).isEqualTo(2);
      assertThat(skipped.refusal().is(error)).isTrue();
      assertThat(skipped.refusal().mayHaveBeenCarriedOut()).isFalse();
      assertThat(outline(all(session))).isEqualTo("3a3.");
      assertThat(session.usageCharacters()).isEqualTo(26);
    }
  }

  @Test
  void skippedText_isTheLastOfThoseThatWait() throws Exception {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  peer.read();
                  peer.text(PIECE);
                  peer.text("{\"event\":\"task_failed\",\"base_resp\":{\"status_code\":2205}}");
                  peer.text(LAST);
                  peer.read();
                  peer.text(FINISHED);
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("One.");
      session.say("Two.");
      session.finish();

      assertThat(outline(all(session))).isEqualTo("1a2-1.");
    }
  }

  @Test
  void providerThatClosesWhenAllIsSpoken_hasEndedInOrder() throws Exception {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  peer.text(PIECE);
                  peer.text(LAST);
                  peer.read();
                  peer.close(1000);
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");
      session.finish();

      assertThat(outline(all(session))).isEqualTo("1a1.");
    }
  }

  /** Frames in fragments, cut within characters, with pings between, in packets of any size. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void framesInFragments_areTheSameSpeech(long seed) throws Exception {
    Random random = new Random(seed);
    String piece = PIECE.replace("\"06ab71\"", "\"跟踪é🙂\"");
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  ByteArrayOutputStream stream = new ByteArrayOutputStream();
                  for (String text : List.of(piece, piece, LAST, FINISHED)) {
                    stream.writeBytes(fragments(text, random));
                  }
                  byte[] bytes = stream.toByteArray();
                  for (int at = 0; at < bytes.length; ) {
                    int end = Math.min(bytes.length, at + 1 + random.nextInt(200));
                    peer.raw(Arrays.copyOfRange(bytes, at, end));
                    at = end;
                  }
                  peer.readToTheEnd();
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");

      assertThat(outline(List.of(session.next().orElseThrow()))).isEqualTo("1a");
      assertThat(session.traceId()).contains("跟踪é🙂");
      assertThat(outline(all(session))).isEqualTo("1a1.");
    }
  }

  @Test
  void startedTwice_isTolerated() throws Exception {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.text(STARTED);
                  peer.text(CONNECTED);
                  peer.read();
                  peer.text(LAST);
                  peer.read();
                  peer.text(FINISHED);
                  peer.readToTheEnd();
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");
      session.finish();

      assertThat(all(session)).hasSize(1);
    }
  }

  private static byte[] fragments(String text, Random random) {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; ) {
      int end = Math.min(bytes.length, at + 1 + random.nextInt(60));
      int firstByte = (at == 0 ? 1 : 0) | (end == bytes.length ? 0x80 : 0);
      frames.writeBytes(Peer.frame(firstByte, Arrays.copyOfRange(bytes, at, end)));
      if (random.nextBoolean()) {
        frames.writeBytes(Peer.frame(0x89, new byte[] {1}));
      }
      at = end;
    }
    return frames.toByteArray();
  }
}
