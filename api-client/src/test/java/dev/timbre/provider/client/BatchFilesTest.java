package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.batch.AnsweredLine;
import dev.timbre.provider.client.wire.batch.BatchOutputLine;
import dev.timbre.provider.client.wire.batch.FailedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchFilesTest {

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private static final String ERROR_LINE =
      "{\"custom_id\":\"a-1\",\"response\":null,\"error\":{\"type\":\"insufficient_balance_error\","
          + "\"message\":\"insufficient balance (1008)\"}}\n";

  private static final String ANSWER_LINE =
      "{\"custom_id\":\"a-2\",\"response\":{\"status_code\":200,\"body\":{\"choices\":"
          + "[{\"message\":{\"content\":\"Hi.\"}}],\"base_resp\":{\"status_code\":0}}}}";

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/octet-stream", "text/plain"})
  void linesOfAFile_areHandedOverAndNeverTakenForARefusalOfTheFile(String mediaType) {
    List<BatchOutputLine> lines = new ArrayList<>();
    provider.answers(200, mediaType, ERROR_LINE + ANSWER_LINE);

    long bytes = client.batches().read(new FileId("9007199254740995"), 10_000, lines::add);

    assertThat(provider.onlyRequest().uri())
        .isEqualTo("/v1/files/retrieve_content?file_id=9007199254740995");
    assertThat(bytes).isEqualTo(ERROR_LINE.length() + ANSWER_LINE.length());
    assertThat(lines).hasSize(2);
    assertThat(((FailedLine) lines.get(0)).fault().message())
        .isEqualTo("insufficient balance (1008)");
    assertThat(((AnsweredLine) lines.get(1)).answer().text()).isEqualTo("Hi.");
  }

  @Test
  void fileThatIsRefusedOrTooLarge_isAFailure() {
    List<BatchOutputLine> lines = new ArrayList<>();
    provider.answers("{\"base_resp\":{\"status_code\":2013,\"status_msg\":\"no such file\"}}");
    assertThat(
            catchThrowableOfType(
                    ProviderRefused.class,
                    () -> client.batches().read(new FileId("1"), 10_000, lines::add))
                .code())
        .contains(new ErrorCode(2013));

    provider.answers(200, Map.of("Content-Type", "text/plain"), new byte[] {'a', '\n', 'b', '\n'});
    assertThat(
            catchThrowableOfType(
                    DownloadFailed.class,
                    () -> client.batches().read(new FileId("1"), 3, lines::add))
                .reason())
        .isEqualTo(DownloadFailed.Reason.TOO_LARGE);
    assertThat(lines).isEmpty();
  }

  @Test
  void faultOfTheReader_isItsOwn() {
    provider.answers(ANSWER_LINE + "\n");

    assertThatThrownBy(
            () ->
                client
                    .batches()
                    .read(
                        new FileId("1"),
                        10_000,
                        line -> {
                          throw new IllegalStateException("disk full");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("disk full");
  }
}
