package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.KnownError;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.Retry;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, success is what the envelope says, and the rest is a typed failure. */
class AnswerJudgementTest {

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private ProviderException failure(EachOperation each) {
    return catchThrowableOfType(ProviderException.class, () -> each.callOn(client));
  }

  @ParameterizedTest
  @EnumSource
  void refusalWithHttp200_isRefusedWithCodeMessageAndTrace(EachOperation each) {
    provider.answers(
        "{\"base_resp\":{\"status_code\":2013,\"status_msg\":\"invalid params, voice_id is"
            + " empty\"}}");

    ProviderException failure = failure(each);

    assertThat(failure).isInstanceOf(ProviderRefused.class);
    assertThat(failure.operation()).isEqualTo(each.operation);
    assertThat(failure.code()).contains(new ErrorCode(2013));
    assertThat(((ProviderRefused) failure).is(KnownError.INVALID_PARAMETERS)).isTrue();
    assertThat(failure)
        .hasMessageContaining(each.operation.name())
        .hasMessageContaining("2013")
        .hasMessageContaining("invalid params, voice_id is empty");
    assertThat(failure.traceId()).contains(StubProvider.TRACE_ID);
    assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
    assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    provider.onlyRequest();
  }

  @ParameterizedTest
  @EnumSource
  void refusalWithZeroValuesAndCodeAsText_isRefused(EachOperation each) {
    provider.answers(
        "{\"input_sensitive\":false,\"input_sensitive_type\":0,\"demo_audio\":\"\",\"data\":null,"
            + "\"file\":null,\"base_resp\":{\"status_code\":\"1000\",\"status_msg\":null}}");

    ProviderException failure = failure(each);

    assertThat(failure.code()).contains(new ErrorCode(1000));
    assertThat(failure.mayHaveBeenCarriedOut()).isEqualTo(each.operation.changes());
    assertThat(failure.retry().allowed()).isEqualTo(!each.operation.charged());
  }

  @ParameterizedTest
  @EnumSource
  void refusalWithHttpStatus_isJudgedByItsCode(EachOperation each) {
    provider.answers(
        429,
        "application/json",
        "{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit\"}}");

    ProviderException failure = failure(each);

    assertThat(failure.code()).contains(new ErrorCode(1002));
    assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
    assertThat(failure.retry()).isEqualTo(Retry.LATER);
  }

  @ParameterizedTest
  @EnumSource
  void errorObjectOfNewerEndpoints_isJudgedByTheCodeInItsMessage(EachOperation each) {
    provider.answers(
        429,
        "application/json",
        "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"rate limit"
            + " exceeded (1002)\",\"http_code\":\"429\"},\"request_id\":\"05aa\"}");

    assertThat(failure(each).code()).contains(new ErrorCode(1002));
  }

  @ParameterizedTest
  @EnumSource
  void htmlFromGateway_isUnreadableAndInDoubt(EachOperation each) {
    provider.answers(
        502,
        "text/html",
        "<html><head><title>502 Bad Gateway</title></head>\r\n<body>\u0007nginx</body></html>");

    ProviderException failure = failure(each);

    assertThat(failure).isInstanceOf(ProviderAnswerUnreadable.class);
    ProviderAnswerUnreadable unreadable = (ProviderAnswerUnreadable) failure;
    assertThat(unreadable.httpStatus()).isEqualTo(502);
    assertThat(unreadable.extract()).isEqualTo("502 Bad Gateway nginx");
    assertThat(unreadable.code()).isEmpty();
    assertThat(unreadable.operation()).isEqualTo(each.operation);
    assertThat(unreadable.traceId()).contains(StubProvider.TRACE_ID);
    assertThat(unreadable.mayHaveBeenCarriedOut()).isEqualTo(each.operation.changes());
    assertThat(unreadable.retry().allowed()).isEqualTo(!each.operation.charged());
  }

  @ParameterizedTest
  @EnumSource
  void unknownPath_isUnreadableAndSurelyNotCarriedOut(EachOperation each) {
    provider.answers(404, "text/plain", "404 page not found");

    ProviderException failure = failure(each);

    assertThat(failure)
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("HTTP 404")
        .hasMessageContaining("404 page not found");
    assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
    assertThat(failure.retry()).isEqualTo(Retry.NEVER);
  }

  @ParameterizedTest
  @EnumSource
  void redirect_isNotFollowed(EachOperation each) {
    provider.answers(
        302, Map.of("Location", provider.uri("/elsewhere").toString()), new byte[] {'x'});

    ProviderException failure = failure(each);

    assertThat(failure)
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("HTTP 302");
    assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
    provider.onlyRequest();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CONTENT")
  void emptyBodyWithoutMediaType_isUnreadable(EachOperation each) {
    provider.answers(200, Map.of(), new byte[0]);

    assertThat(failure(each))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("not a JSON object");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CONTENT")
  void neitherEnvelopeNorResult_isUnreadable(EachOperation each) {
    provider.answers("{\"hello\":\"world\"}");

    assertThat(failure(each))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("no envelope");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1,2]",
        "\"text\"",
        "{\"base_resp\":{\"status_code\":0",
        "nonsense",
        "{\"a\":1e999999999}"
      })
  void otherJsonOrHalfOfIt_isUnreadable(String body) {
    provider.answers(body);

    assertThat(failure(EachOperation.CLONE)).isInstanceOf(ProviderAnswerUnreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.4", "\"\"", "\"ok\"", "99999999999", "1e40", "true", "[]", "{}"})
  void statusCodeThatIsNoWholeNumber_isNotTakenForSuccess(String code) {
    provider.answers(
        "{\"demo_audio\":\"\",\"data\":{\"audio\":\"00\"},\"base_resp\":{\"status_code\":"
            + code
            + "}}");

    assertThat(failure(EachOperation.SPEAK))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("status_code");
    assertThat(failure(EachOperation.CLONE)).isInstanceOf(ProviderAnswerUnreadable.class);
  }

  @Test
  void envelopeThatIsNoObject_isNotTakenForAMissingOne() {
    provider.answers("{\"demo_audio\":\"\",\"base_resp\":\"internal error\"}");

    assertThat(failure(EachOperation.CLONE))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("base_resp is no object");
  }

  @Test
  void bottomlessJson_isUnreadable() {
    provider.answers("{\"a\":" + "[".repeat(100_000));
    assertThat(failure(EachOperation.CLONE)).isInstanceOf(ProviderAnswerUnreadable.class);

    provider.answers("{\"a\":" + "9".repeat(100_000) + "}");
    assertThat(failure(EachOperation.CLONE)).isInstanceOf(ProviderAnswerUnreadable.class);
  }

  @Test
  void successWithServerErrorStatus_isSuccess() {
    provider.answers(
        500,
        "text/plain",
        "{\"file_id\":365000000000111,\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");

    EachOperation.DELETE_FILE.callOn(client);

    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/files/delete");
  }

  @Test
  void codeThatNobodyKnows_isKeptAndNeverRepeated() {
    provider.answers("{\"base_resp\":{\"status_code\":987654,\"status_msg\":\"new\"}}");

    ProviderException failure = failure(EachOperation.LIST_VOICES);

    assertThat(failure.code()).contains(new ErrorCode(987654));
    assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    assertThat(failure.remedy()).isNotBlank();
  }
}
