package dev.timbre.provider.client;

import static dev.timbre.provider.client.SessionScript.FINISHED;
import static dev.timbre.provider.client.SessionScript.LAST;
import static dev.timbre.provider.client.SessionScript.PIECE;
import static dev.timbre.provider.client.SessionScript.SETTING;
import static dev.timbre.provider.client.SessionScript.all;
import static dev.timbre.provider.client.SessionScript.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.SocketServer.Peer;
import dev.timbre.provider.client.SocketServer.Script;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.error.StreamCut;
import dev.timbre.provider.client.error.StreamDamaged;
import dev.timbre.provider.client.error.StreamRefused;
import dev.timbre.provider.client.error.StreamStalled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks on the way, and what it says about the money. */
class SpeechSessionFailureTest {

  private static final Timeouts IMPATIENT = StubProvider.allOf(Duration.ofSeconds(1));

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
    assertThat(stalled).hasMessageContaining("PT1S");
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
}
