package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderRefused;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that means harm, or means nothing, is neither success nor our downfall. */
class HostileJsonTest {

  private static final String KEY = StubProvider.KEY;

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ok\"",
        "[]",
        "[{\"status_code\":0}]",
        "0",
        "1e999",
        "true",
        "[[[[[[[[[[]]]]]]]]]]"
      })
  void envelopeOfAnotherKind_isNoSuccess(String envelope) {
    provider.answers(
        "{\"demo_audio\":\"\",\"data\":{\"audio\":\"00\"},\"base_resp\":" + envelope + "}");

    assertThat(catchThrowable(() -> EachOperation.SPEAK.callOn(client)))
        .isInstanceOf(ProviderAnswerUnreadable.class);
    assertThat(catchThrowable(() -> EachOperation.CLONE.callOn(client)))
        .isInstanceOf(ProviderAnswerUnreadable.class);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"SPEAK", "STREAM_SPEECH", "MAKE_MUSIC", "STREAM_MUSIC", "DRAW_IMAGES"})
  void successWithoutItsData_isNoSuccess(EachOperation each) {
    for (String data : new String[] {"null", "[]", "\"\"", "{}", "{\"audio\":null}", "7"}) {
      provider.answers("{\"data\":" + data + ",\"base_resp\":{\"status_code\":0}}");

      assertThat(catchThrowable(() -> each.callOn(client)))
          .as(data)
          .isInstanceOf(ProviderException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud800",
        "\\udfff\\ud800",
        "a\\u0000b",
        "\\u001b[2J",
        "\\u202e\\u2066",
        "\\r\\nX: y"
      })
  void charactersThatAreNone_leaveTheMessageAsOnePlainLine(String message) {
    provider.answers(
        "{\"base_resp\":{\"status_code\":2013,\"status_msg\":\"say " + message + "\"}}");

    ProviderRefused refused =
        catchThrowableOfType(ProviderRefused.class, () -> EachOperation.LIST_VOICES.callOn(client));

    assertThat(refused.providerMessage())
        .startsWith("say")
        .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
    assertThat(
            new String(
                refused.getMessage().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .hasSameSizeAs(refused.getMessage());
  }

  @Test
  void bytesThatAreNoText_areNoAnswer() {
    provider.answers(
        200, Map.of("Content-Type", "application/json"), new byte[] {'{', '"', (byte) 0xff, 0});

    assertThat(catchThrowable(() -> EachOperation.LIST_VOICES.callOn(client)))
        .isInstanceOf(ProviderAnswerUnreadable.class);
  }

  @ParameterizedTest
  @EnumSource
  void keyInTheTraceOfTheBody_isMasked(EachOperation each) {
    provider.answers(
        200,
        Map.of("Content-Type", "application/json"),
        ("{\"trace_id\":\"" + KEY + "\",\"base_resp\":{\"status_code\":2049,\"status_msg\":\"\"}}")
            .getBytes(StandardCharsets.UTF_8));

    ProviderException failure =
        catchThrowableOfType(ProviderException.class, () -> each.callOn(client));

    assertThat(failure.traceId().orElse("")).doesNotContain(KEY);
    assertThat(failure).hasMessageNotContaining(KEY);
  }

  @Test
  void cookies_areNotKept() {
    provider.answers(
        200,
        Map.of("Content-Type", "application/json", "Set-Cookie", "id=1; Path=/"),
        "{\"files\":[],\"base_resp\":{\"status_code\":0}}".getBytes(StandardCharsets.UTF_8));

    EachOperation.LIST_FILES.callOn(client);
    EachOperation.LIST_FILES.callOn(client);

    assertThat(provider.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Cookie"));
  }
}
