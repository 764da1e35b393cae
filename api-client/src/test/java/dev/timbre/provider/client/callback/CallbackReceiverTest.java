package dev.timbre.provider.client.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.callback.CallbackRejected.Reason;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.wire.batch.BatchId;
import dev.timbre.provider.client.wire.batch.BatchStatus;
import dev.timbre.provider.client.wire.video.VideoStatus;
import dev.timbre.provider.client.wire.video.VideoTaskId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackReceiverTest {

  private static final String TASK = "424000000000011";

  private final CallbackReceiver receiver =
      new CallbackReceiver(Set.of(TASK, "batch_00af", "9007199254740993")::contains);

  private Callback read(String body) {
    return receiver.read(body.getBytes(StandardCharsets.UTF_8));
  }

  private CallbackRejected rejection(String body) {
    CallbackRejected rejected = catchThrowableOfType(CallbackRejected.class, () -> read(body));
    assertThat(rejected).as("rejection of %s", body).isNotNull();
    return rejected;
  }

  private static String answer(Callback callback) {
    return new String(((Challenge) callback).answer(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"challenge\":\"3f9a-77c1\"}",
        "{\"challenge\":\" two words \"}",
        "{\"challenge\":\"quote \\\" backslash \\\\ </script>\"}",
        "{\"challenge\":\"挑战😀\"}"
      })
  void challenge_comesBackAsItIs(String body) {
    assertThat(answer(read(body))).isEqualTo(body);
  }

  @Test
  void challengeWithUnknownFields_comesBackAlone() {
    assertThat(answer(read("{\"challenge\":\"3f9a\",\"event\":\"verify\"}")))
        .isEqualTo("{\"challenge\":\"3f9a\"}");
  }

  @Test
  void challenge_isAnsweredWithoutAskingWhatWasOrdered() {
    CallbackReceiver unasked =
        new CallbackReceiver(
            id -> {
              throw new AssertionError("asked for " + id);
            });

    Callback callback = unasked.read("{\"challenge\":\"a\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(callback).isEqualTo(new Challenge("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "7",
        "true",
        "[\"a\"]",
        "{\"a\":\"b\"}",
        "\"a\\nSet-Cookie: x\"",
        "\"a\\u0000\"",
        "\"a\\u202eb\"",
        "\"a\\u2028b\"",
        "\"\\ud800\""
      })
  void hostileChallenge_isRejectedWithoutBeingEchoed(String value) {
    CallbackRejected rejected = rejection("{\"challenge\":" + value + "}");

    assertThat(rejected.reason()).isEqualTo(Reason.BAD_CHALLENGE);
    assertThat(rejected.reason().httpStatus()).isEqualTo(400);
    assertThat(rejected).hasMessageNotContaining("Cookie");
  }

  @Test
  void longChallenge_isRejected() {
    assertThat(answer(read("{\"challenge\":\"" + "a".repeat(1024) + "\"}"))).hasSize(1040);
    assertThat(rejection("{\"challenge\":\"" + "a".repeat(1025) + "\"}"))
        .hasMessageContaining("1025");
  }

  @Test
  void hugeBody_isRejectedAfterReadingLittleOfIt() throws IOException {
    byte[] huge = ("{\"challenge\":\"" + "a".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
    InputStream body = new ByteArrayInputStream(huge);

    CallbackRejected rejected =
        catchThrowableOfType(CallbackRejected.class, () -> receiver.read(body));

    assertThat(rejected.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(rejected.reason().httpStatus()).isEqualTo(413);
    assertThat(body.available()).isGreaterThan(huge.length - 20_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "challenge", "[]", "\"a\"", "{\"challenge\":\"a\""})
  void bodyThatIsNoJsonObject_isRejected(String body) {
    assertThat(rejection(body).reason()).isEqualTo(Reason.NOT_JSON);
  }

  @Test
  void bottomlessBody_isRejected() {
    assertThat(rejection("{\"a\":" + "[".repeat(16_000)).reason()).isEqualTo(Reason.NOT_JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "processing,Processing",
    "success,Success",
    "Success,Success",
    "failed,Fail",
    "Fail,Fail",
    "queueing,Queueing",
    "dreaming,dreaming"
  })
  void statusOfVideo_isPutIntoTheWordsOfTheQuery(String word, String status) {
    Callback callback =
        read(
            "{\"task_id\":\"424000000000011\",\"status\":\""
                + word
                + "\",\"file_id\":\"424000000000987\","
                + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");

    VideoNotification notification = (VideoNotification) callback;
    assertThat(notification.task()).isEqualTo(new VideoTaskId(TASK));
    assertThat(notification.orderId()).isEqualTo(TASK);
    assertThat(notification.status()).isEqualTo(new VideoStatus(status));
    assertThat(notification.code()).contains(ErrorCode.SUCCESS);
  }

  @Test
  void newsOfTemplateVideo_isReadWithoutItsAddress() {
    Callback callback =
        read(
            "{\"task_id\":9007199254740993,\"status\":\"Success\","
                + "\"video_url\":\"http://169.254.169.254/latest\",\"more\":{}}");

    assertThat(((VideoNotification) callback).task())
        .isEqualTo(new VideoTaskId("9007199254740993"));
    assertThat(((VideoNotification) callback).code()).isEmpty();
    assertThat(callback.toString()).doesNotContain("169.254");
  }

  @Test
  void failureOfVideo_keepsItsCode() {
    Callback callback =
        read(
            "{\"task_id\":\"424000000000011\",\"status\":\"failed\",\"file_id\":null,"
                + "\"base_resp\":{\"status_code\":\"1027\"}}");

    assertThat(((VideoNotification) callback).code()).contains(new ErrorCode(1027));
    assertThat(((VideoNotification) callback).status().isFailure()).isTrue();
  }

  @Test
  void newsOfBatch_isRead() {
    assertThat(
            read(
                "{\"id\":\"batch_00af\",\"object\":\"batch\",\"status\":\"Completed\","
                    + "\"output_file_id\":\"365000000000444\"}"))
        .isEqualTo(new BatchNotification(new BatchId("batch_00af"), BatchStatus.COMPLETED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\":\"success\"}",
        "{\"task_id\":\"424000000000011\"}",
        "{\"task_id\":\"424000000000011\",\"status\":\"\"}",
        "{\"task_id\":\"424000000000011\",\"status\":null}",
        "{\"task_id\":\"424000000000011\",\"status\":2}",
        "{\"task_id\":\"424000000000011\",\"status\":[\"success\"]}",
        "{\"task_id\":\"424000000000011\",\"status\":\"success\\n\"}",
        "{\"task_id\":1e999999999,\"status\":\"success\"}",
        "{\"task_id\":{\"a\":1},\"status\":\"success\"}",
        "{\"task_id\":\"../../1\",\"status\":\"success\"}",
        "{\"task_id\":\"' or 1=1\",\"status\":\"success\"}",
        "{\"task_id\":\"424000000000011\",\"id\":\"batch_00af\",\"status\":\"success\"}",
        "{\"task_id\":\"424000000000011\",\"status\":\"success\",\"file_id\":\"1\","
            + "\"video_url\":\"https://oss.example/t.mp4\"}",
        "{\"task_id\":\"424000000000011\",\"status\":\"success\",\"challenge\":\"a\"}",
        "{\"id\":\"batch_00af\",\"challenge\":\"a\"}"
      })
  void otherShapes_areRejected(String body) {
    assertThat(rejection(body).reason()).isEqualTo(Reason.UNKNOWN_SHAPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"task_id\":\"424000000000012\",\"status\":\"success\"}",
        "{\"id\":\"batch_00ff\",\"status\":\"completed\"}"
      })
  void newsOfWhatNobodyOrdered_isRejected(String body) {
    CallbackRejected rejected = rejection(body);

    assertThat(rejected.reason()).isEqualTo(Reason.UNKNOWN_ORDER);
    assertThat(rejected.reason().httpStatus()).isEqualTo(404);
  }
}
