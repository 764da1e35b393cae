package dev.timbre.provider.client;

import static dev.timbre.provider.client.SpeechSessionTest.CONNECTED;
import static dev.timbre.provider.client.SpeechSessionTest.FINISHED;
import static dev.timbre.provider.client.SpeechSessionTest.LAST;
import static dev.timbre.provider.client.SpeechSessionTest.PIECE;
import static dev.timbre.provider.client.SpeechSessionTest.SETTING;
import static dev.timbre.provider.client.SpeechSessionTest.STARTED;
import static dev.timbre.provider.client.SpeechSessionTest.all;
import static dev.timbre.provider.client.SpeechSessionTest.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.SessionEvent.AudioPiece;
import dev.timbre.provider.client.SocketServer.Peer;
import dev.timbre.provider.client.SocketServer.Script;
import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.OperationUnsupported;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderOutcomeUnknown;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.error.StreamCut;
import dev.timbre.provider.client.error.StreamDamaged;
import dev.timbre.provider.client.error.StreamRefused;
import dev.timbre.provider.client.error.StreamStalled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks on the way, and what it says about the money. */
class SpeechSessionFailureTest {

  private static final Timeouts IMPATIENT = StubProvider.allOf(Duration.ofMillis(300));

  private static <E extends ProviderException> E refusedToOpen(
      Class<E> kind, Timeouts timeouts, Script script) throws IOException {
    try (SocketServer server = new SocketServer(script);
        MiniMaxClient client = server.client(timeouts)) {
      E failure = catchThrowableOfType(kind, () -> client.speech().openSession(SETTING));
      assertThat(failure.operation()).isEqualTo(Operation.OPEN_SPEECH_SOCKET);
      assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
      return failure;
    }
  }

  /** Says one text, pulls to the failure and looks at what holds for each. */
  private static <E extends ProviderException> E brokenOff(
      Class<E> kind, Timeouts timeouts, Script afterTheText) throws IOException {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  afterTheText.play(peer);
                });
        MiniMaxClient client = server.client(timeouts);
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");

      E failure = catchThrowableOfType(kind, () -> all(session));

      assertThat(failure.operation()).isEqualTo(Operation.SPEAK_BY_SOCKET);
      assertThat(failure).hasMessageNotContaining("Good evening");
      assertThat(session.unfinished()).containsExactly(1);
      assertThatThrownBy(session::next).isSameAs(failure);
      assertThatThrownBy(() -> session.say("More.")).isInstanceOf(IllegalStateException.class);
      return failure;
    }
  }

  private static void assertInDoubt(ProviderException failure) {
    assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
    assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    assertThat(failure.remedy()).contains("blindly");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 Unauthorized|{\"base_resp\":{\"status_code\":1004,\"status_msg\":\"login fail\"}}",
        "200 OK|{\"base_resp\":{\"status_code\":1004,\"status_msg\":\"login fail\"}}"
      })
  void handshakeRefusedWithAnEnvelope_isJudgedByItsCode(String status, String body)
      throws IOException {
    ProviderRefused refused =
        refusedToOpen(
            ProviderRefused.class,
            StubProvider.patient(),
            peer ->
                peer.raw(
                    "HTTP/1.1 "
                        + status
                        + "\r\nTrace-Id: 06ab\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body));

    assertThat(refused.code()).contains(new ErrorCode(1004));
    assertThat(refused.traceId()).contains("06ab");
    assertThat(refused.retry()).isEqualTo(Retry.NEVER);
  }

  @ParameterizedTest
  @CsvSource({"401,NEVER", "404,NEVER", "302,NEVER", "429,LATER", "502,SOON", "200,SOON"})
  void handshakeRefusedWithoutAnEnvelope_isJudgedByItsStatus(int status, Retry retry)
      throws IOException {
    ProviderAnswerUnreadable unreadable =
        refusedToOpen(
            ProviderAnswerUnreadable.class,
            StubProvider.patient(),
            peer -> peer.raw("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n"));

    assertThat(unreadable.httpStatus()).isEqualTo(status);
    assertThat(unreadable.retry()).isEqualTo(retry);
  }

  @Test
  void handshakeThatProvesNothing_isRefused() throws IOException {
    ProviderAnswerUnreadable unreadable =
        refusedToOpen(
            ProviderAnswerUnreadable.class,
            StubProvider.patient(),
            peer ->
                peer.raw(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Accept: wrong\r\n\r\n"));

    assertThat(unreadable.httpStatus()).isEqualTo(101);
  }

  @ParameterizedTest
  @ValueSource(strings = {"connected_success", "task_failed"})
  void firstFrameThatRefuses_isARefusal(String event) throws IOException {
    ProviderRefused refused =
        refusedToOpen(
            ProviderRefused.class,
            StubProvider.patient(),
            peer -> {
              peer.shakeHands();
              peer.text(
                  "{\"event\":\""
                      + event
                      + "\",\"trace_id\":\"06ab\",\"base_resp\":{\"status_code\":2049,"
                      + "\"status_msg\":\"invalid api key "
                      + StubProvider.KEY
                      + "\"}}");
              peer.readToTheEnd();
            });

    assertThat(refused.code()).contains(new ErrorCode(2049));
    assertThat(refused.traceId()).contains("06ab");
    assertThat(refused).hasMessageContaining("***").hasMessageNotContaining(StubProvider.KEY);
  }

  @Test
  void settingsThatAreRefused_areWithoutCost() throws IOException {
    ProviderRefused refused =
        refusedToOpen(
            ProviderRefused.class,
            StubProvider.patient(),
            peer -> {
              peer.shakeHands();
              peer.text(CONNECTED);
              peer.read();
              peer.text("{\"event\":\"task_failed\",\"base_resp\":{\"status_code\":1000}}");
              peer.readToTheEnd();
            });

    assertThat(refused.code()).contains(new ErrorCode(1000));
    assertThat(refused.retry()).isEqualTo(Retry.SOON);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void providerThatIsSilentAtTheStart_isWaitedForInVain(boolean shakesHands) throws IOException {
    ProviderOutcomeUnknown unknown =
        refusedToOpen(
            ProviderOutcomeUnknown.class,
            IMPATIENT,
            peer -> {
              if (shakesHands) {
                peer.shakeHands();
              }
              peer.readToTheEnd();
            });

    assertThat(unknown).hasMessageContaining("time-out");
    assertThat(unknown.retry()).isEqualTo(Retry.SOON);
  }

  @Test
  void lineCutAtTheStart_isWithoutCost() throws IOException {
    refusedToOpen(ProviderOutcomeUnknown.class, StubProvider.patient(), Peer::shakeHands);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "[]", "{}", "{\"base_resp\":\"busy\"}"})
  void nonsenseAtTheStart_isUnreadable(String frame) throws IOException {
    refusedToOpen(
        ProviderAnswerUnreadable.class,
        StubProvider.patient(),
        peer -> {
          peer.shakeHands();
          peer.text(frame);
          peer.readToTheEnd();
        });
  }

  @Test
  void binaryFrameAtTheStart_isUnreadable() throws IOException {
    ProviderAnswerUnreadable unreadable =
        refusedToOpen(
            ProviderAnswerUnreadable.class,
            StubProvider.patient(),
            peer -> {
              peer.shakeHands();
              peer.raw(Peer.frame(0x82, new byte[] {1}));
              peer.readToTheEnd();
            });

    assertThat(unreadable).hasMessageContaining("binary");
  }

  @Test
  void dialectWithoutSockets_saysSoWithoutSending() throws IOException {
    try (SocketServer server = new SocketServer(Peer::readToTheEnd);
        MiniMaxClient client =
            MiniMaxClient.connect(StubProvider.endpoint(server.uri()).in(Dialect.DMXAPI))) {
      assertThatThrownBy(() -> client.speech().openSession(SETTING))
          .isInstanceOf(OperationUnsupported.class);
      assertThat(server.connections()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"1002,false,LATER", "1008,false,NEVER", "1000,true,NEVER", "2202,true,NEVER"})
  void refusalBeforeAnyAudio_isJudgedByItsCode(int code, boolean inDoubt, Retry retry)
      throws IOException {
    ProviderRefused refused =
        brokenOff(ProviderRefused.class, StubProvider.patient(), peer -> fail(peer, code));

    assertThat(refused.code()).contains(new ErrorCode(code));
    assertThat(refused.mayHaveBeenCarriedOut()).isEqualTo(inDoubt);
    assertThat(refused.retry()).isEqualTo(retry);
    assertThat(refused.traceId()).contains("06ab99");
  }

  private static void fail(Peer peer, int code) throws IOException {
    peer.text(
        "{\"session_id\":\"9a01\",\"event\":\"task_failed\",\"trace_id\":\"06ab99\","
            + "\"base_resp\":{\"status_code\":"
            + code
            + ",\"status_msg\":\"echo "
            + StubProvider.KEY
            + "\"}}");
    peer.readToTheEnd();
  }

  @Test
  void refusalAfterAudio_isInDoubtWhateverItsCode() throws IOException {
    StreamRefused refused =
        brokenOff(
            StreamRefused.class,
            StubProvider.patient(),
            peer -> {
              peer.text(PIECE);
              fail(peer, 1002);
            });

    assertThat(refused.code()).contains(new ErrorCode(1002));
    assertThat(refused.delivered()).isEqualTo(3);
    assertThat(refused).hasMessageNotContaining(StubProvider.KEY);
    assertThat(refused.mayHaveBeenCarriedOut()).isTrue();
    assertThat(refused.retry()).isEqualTo(Retry.NEVER);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void providerThatStalls_isInDoubt(boolean afterAPiece) throws IOException {
    StreamStalled stalled =
        brokenOff(
            StreamStalled.class,
            IMPATIENT,
            peer -> {
              if (afterAPiece) {
                peer.text(PIECE);
              }
              peer.readToTheEnd();
            });

    assertInDoubt(stalled);
    assertThat(stalled).hasMessageContaining("PT0.3S");
    assertThat(stalled.delivered()).isEqualTo(afterAPiece ? 3 : 0);
  }

  @Test
  void lineCutInTheMiddle_isInDoubt() throws IOException {
    StreamCut cut =
        brokenOff(
            StreamCut.class,
            StubProvider.patient(),
            peer -> {
              peer.text(PIECE);
              byte[] half = Peer.frame(0x81, PIECE.getBytes(StandardCharsets.UTF_8));
              peer.raw(Arrays.copyOf(half, half.length / 2));
            });

    assertInDoubt(cut);
    assertThat(cut.delivered()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 1011})
  void providerThatClosesTooEarly_leavesDoubt(int code) throws IOException {
    StreamCut cut =
        brokenOff(
            StreamCut.class,
            StubProvider.patient(),
            peer -> {
              peer.text(PIECE);
              peer.close(code);
              peer.readToTheEnd();
            });

    assertInDoubt(cut);
    assertThat(cut).hasMessageContaining(Integer.toString(code));
  }

  @Test
  void providerThatFinishesTooEarly_leavesDoubt() throws IOException {
    StreamCut cut =
        brokenOff(
            StreamCut.class,
            StubProvider.patient(),
            peer -> {
              peer.text(FINISHED);
              peer.readToTheEnd();
            });

    assertInDoubt(cut);
    assertThat(cut).hasMessageContaining("before its texts were spoken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"audio\":\"fffb9\"}}",
        "{\"data\":{\"audio\":\"fffg\"}}",
        "{\"event\":\"task_failed\",\"base_resp\":{\"status_code\":0}}",
        "{\"event\":\"task_continued\",\"base_resp\":{\"status_code\":\"x\"}}",
        "nonsense",
        "{\"hello\":1}",
        "{",
        ""
      })
  void frameThatIsNoneOfTheContract_isDamage(String frame) throws IOException {
    StreamDamaged damaged =
        brokenOff(
            StreamDamaged.class,
            StubProvider.patient(),
            peer -> {
              peer.text(PIECE);
              peer.text(frame);
              peer.readToTheEnd();
            });

    assertInDoubt(damaged);
    assertThat(damaged.delivered()).isEqualTo(3);
    assertThat(damaged.traceId()).contains("06ab71");
  }

  /** First byte of the frame, then its payload in ISO 8859-1. */
  @ParameterizedTest
  @CsvSource({
    "0x82,binary",
    "0x83,reserved",
    "0xc1,compressed",
    "0x80,continues",
    "0x81,'\u00ff\u00fe'"
  })
  void frameThatBreaksTheRules_isDamage(String firstByte, String payload) throws IOException {
    StreamDamaged damaged =
        brokenOff(
            StreamDamaged.class,
            StubProvider.patient(),
            peer -> {
              peer.raw(
                  Peer.frame(
                      Integer.decode(firstByte), payload.getBytes(StandardCharsets.ISO_8859_1)));
              peer.readToTheEnd();
            });

    assertInDoubt(damaged);
  }

  @Test
  void maskedFrameOfAServer_isDamage() throws IOException {
    brokenOff(
        StreamDamaged.class,
        StubProvider.patient(),
        peer -> {
          peer.raw(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, '{', '}'});
          peer.readToTheEnd();
        });
  }

  @Test
  void frameWithoutMeasure_isDamageAtTheLimit() throws IOException {
    byte[] part = Peer.frame(0x00, "a".repeat(65_000).getBytes(StandardCharsets.US_ASCII));
    StreamDamaged damaged =
        brokenOff(
            StreamDamaged.class,
            StubProvider.patient(),
            peer -> {
              peer.raw(Peer.frame(0x01, new byte[] {'{'}));
              while (true) {
                peer.raw(part);
              }
            });

    assertThat(damaged).hasMessageContaining("more than 16777216 characters");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void audioOrEndOfNoText_isDamage(boolean audio) throws IOException {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  peer.text(LAST);
                  peer.text(audio ? PIECE : LAST);
                  peer.readToTheEnd();
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");

      StreamDamaged damaged = catchThrowableOfType(StreamDamaged.class, () -> all(session));

      assertThat(damaged).hasMessageContaining("of no text");
      assertThat(session.unfinished()).isEmpty();
    }
  }

  @Test
  void lineCutBeforeTheFirstText_isWithoutCost() throws IOException {
    try (SocketServer server = new SocketServer(SpeechSessionTest::begin);
        MiniMaxClient client = server.client(StubProvider.patient())) {
      // the library may lose task_started when the line ends right behind it
      ProviderOutcomeUnknown unknown =
          catchThrowableOfType(
              ProviderOutcomeUnknown.class,
              () -> {
                try (SpeechSession session = client.speech().openSession(SETTING)) {
                  session.next();
                }
              });

      assertThat(unknown.operation()).isEqualTo(Operation.OPEN_SPEECH_SOCKET);
      assertThat(unknown.mayHaveBeenCarriedOut()).isFalse();
    }
  }

  @Test
  void lineCutWhenAllIsSpokenAndFinished_isAnEnd() throws IOException {
    for (int i = 0; i < 20; i++) {
      try (SocketServer server =
              new SocketServer(
                  peer -> {
                    begin(peer);
                    peer.read();
                    peer.text(LAST);
                    peer.read();
                    peer.text(FINISHED);
                  });
          MiniMaxClient client = server.client(StubProvider.patient());
          SpeechSession session = client.speech().openSession(SETTING)) {
        session.say("Good evening.");
        session.finish();

        assertThat(all(session)).hasSize(1);
      }
    }
  }

  @Test
  void closing_wakesTheReaderAndSaysGoodbye() throws Exception {
    BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  peer.text(PIECE);
                  ends.add(peer.readToTheEnd());
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");
      assertThat(session.next().orElseThrow()).isInstanceOf(AudioPiece.class);
      CountDownLatch reading = new CountDownLatch(1);
      Future<StreamCut> reader =
          pool.submit(
              () -> {
                reading.countDown();
                return catchThrowableOfType(StreamCut.class, session::next);
              });
      reading.await();

      session.close();
      session.close();

      StreamCut cut = reader.get(20, TimeUnit.SECONDS);
      assertThat(cut).hasMessageContaining("closed by this side");
      assertInDoubt(cut);
      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("closed with 1000");
      assertThatThrownBy(() -> session.say("More.")).isInstanceOf(IllegalStateException.class);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void closingTheClient_endsItsSessions() throws Exception {
    BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    try (SocketServer server =
        new SocketServer(
            peer -> {
              begin(peer);
              ends.add(peer.readToTheEnd());
            })) {
      MiniMaxClient client = server.client(StubProvider.patient());
      SpeechSession session = client.speech().openSession(SETTING);

      client.close();

      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("closed with 1000");
      assertThatThrownBy(session::next).isInstanceOf(ProviderOutcomeUnknown.class);
      assertThatThrownBy(() -> client.speech().openSession(SETTING))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @Test
  void interruptedReader_staysInterrupted() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.readToTheEnd();
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");
      Future<Boolean> reader =
          pool.submit(
              () -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(session::next)
                    .isInstanceOf(StreamCut.class)
                    .hasMessageContaining("interrupted");
                return Thread.interrupted();
              });

      assertThat(reader.get(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void everySession_givesItsThreadsAndSocketsBack() throws Exception {
    int sessions = 60;
    BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    List<Script> ways =
        List.of(
            peer -> peer.text("nonsense"),
            peer -> peer.raw(Peer.frame(0x82, new byte[1])),
            peer -> peer.text(FINISHED),
            peer -> fail(peer, 1000),
            peer -> peer.close(1011),
            peer -> peer.text(LAST));
    BlockingQueue<Script> script = new LinkedBlockingQueue<>();
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  script.take().play(peer);
                  ends.add(peer.readToTheEnd());
                });
        MiniMaxClient client = server.client(StubProvider.patient())) {
      List<Thread> before = selectors();
      for (int i = 0; i < sessions; i++) {
        script.add(ways.get(i % ways.size()));
        try (SpeechSession session = client.speech().openSession(SETTING)) {
          session.say("Good evening.");
          session.next();
        } catch (ProviderException expected) {
          assertThat(expected.operation()).isEqualTo(Operation.SPEAK_BY_SOCKET);
        }
      }

      for (int i = 0; i < sessions; i++) {
        assertThat(ends.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
      assertThat(selectors()).hasSizeLessThanOrEqualTo(before.size() + 1);
    }
  }

  /** Each HTTP client of the library has one, and keeps it until it is collected. */
  private static List<Thread> selectors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("SelectorManager"))
        .toList();
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

      assertThat(SpeechSessionTest.outline(List.of(session.next().orElseThrow()))).isEqualTo("1a");
      assertThat(session.traceId()).contains("跟踪é🙂");
      assertThat(SpeechSessionTest.outline(all(session))).isEqualTo("1a1.");
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
}
