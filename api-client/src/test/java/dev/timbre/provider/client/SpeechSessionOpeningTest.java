package dev.timbre.provider.client;

import static dev.timbre.provider.client.SessionScript.CONNECTED;
import static dev.timbre.provider.client.SessionScript.SETTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong before the first text: nothing of it costs anything. */
class SpeechSessionOpeningTest {

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

  @Test
  void lineCutBeforeTheFirstText_isWithoutCost() throws IOException {
    try (SocketServer server = new SocketServer(SessionScript::begin);
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
}
