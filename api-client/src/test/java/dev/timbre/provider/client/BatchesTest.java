package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.batch.Batch;
import dev.timbre.provider.client.wire.batch.BatchFault;
import dev.timbre.provider.client.wire.batch.BatchId;
import dev.timbre.provider.client.wire.batch.BatchList;
import dev.timbre.provider.client.wire.batch.BatchRequest;
import dev.timbre.provider.client.wire.batch.BatchStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchesTest {

  private static final String BATCH =
      """
      {"id":"batch_00af","object":"batch","endpoint":"/v1/text/chatcompletion_v2","errors":null,\
      "input_file_id":"9007199254740993","completion_window":"24h","status":"completed",\
      "output_file_id":"9007199254740995","error_file_id":"","created_at":1790000000,\
      "in_progress_at":1790000010,"expires_at":1790086400,"finalizing_at":1790000600,\
      "completed_at":1790000610,"failed_at":0,"expired_at":0,"cancelling_at":0,"cancelled_at":0,\
      "request_counts":{"total":2,"completed":2,"failed":0},"callback_url":""}\
      """;

  private static final PollPace PACE = new PollPace(Duration.ofMillis(100), Duration.ofSeconds(20));

  private static final BatchId ID = new BatchId("batch_00af");

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  @Test
  void creation_writesTheFileIdAsText() {
    provider.answers(BATCH);

    client.batches().create(BatchRequest.of(new FileId("9007199254740993")));

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/batches");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"input_file_id\":\"9007199254740993\",\"endpoint\":\"/v1/text/chatcompletion_v2\","
                + "\"completion_window\":\"24h\"}");
    assertThat(
            new BatchRequest(
                    new FileId("7"), Optional.of(URI.create("https://timbre.example/told?a=1")))
                .toJson()
                .getString("callback_url"))
        .isEqualTo("https://timbre.example/told?a=1");
  }

  @Test
  void batch_isReadWhole() {
    provider.answers(BATCH);

    Batch batch = client.batches().query(ID);

    assertThat(provider.onlyRequest().method()).isEqualTo("GET");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/batches/batch_00af");
    assertThat(batch.id()).isEqualTo(ID);
    assertThat(batch.status()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(batch.status().isLast()).isTrue();
    assertThat(batch.endpoint()).contains("/v1/text/chatcompletion_v2");
    assertThat(batch.files().input()).contains(new FileId("9007199254740993"));
    assertThat(batch.files().output()).contains(new FileId("9007199254740995"));
    assertThat(batch.files().errors()).isEmpty();
    assertThat(batch.counts().total()).hasValue(2);
    assertThat(batch.counts().completed()).hasValue(2);
    assertThat(batch.counts().failed()).hasValue(0);
    assertThat(batch.times().created()).contains(Instant.ofEpochSecond(1790000000));
    assertThat(batch.times().inProgress()).contains(Instant.ofEpochSecond(1790000010));
    assertThat(batch.times().expires()).contains(Instant.ofEpochSecond(1790086400));
    assertThat(batch.times().finalizing()).contains(Instant.ofEpochSecond(1790000600));
    assertThat(batch.times().completed()).contains(Instant.ofEpochSecond(1790000610));
    assertThat(batch.times().failed()).isEmpty();
    assertThat(batch.times().expired()).isEmpty();
    assertThat(batch.times().cancelling()).isEmpty();
    assertThat(batch.times().cancelled()).isEmpty();
    assertThat(batch.faults()).isEmpty();
    assertThat(batch.callback()).isEmpty();
    assertThat(batch.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void strangeTypes_areReadWithGoodWill() {
    provider.answers(
        "{\"id\":12345678901234567890,\"status\":\"IN_REVIEW\",\"input_file_id\":9007199254740993,"
            + "\"output_file_id\":null,\"created_at\":\"1790000000\",\"request_counts\":"
            + "{\"total\":\"2\",\"failed\":null},\"errors\":{\"object\":\"list\",\"data\":"
            + "[{\"code\":\"bad_line\",\"message\":\"line 2 is\\nno JSON\",\"line\":2}]},"
            + "\"surprise\":true,\"base_resp\":{\"status_code\":\"0\"}}");

    Batch batch = client.batches().query(ID);

    assertThat(batch.id().value()).isEqualTo("12345678901234567890");
    assertThat(batch.status()).isEqualTo(new BatchStatus("in_review"));
    assertThat(batch.status().isLast()).isFalse();
    assertThat(batch.files().input()).contains(new FileId("9007199254740993"));
    assertThat(batch.times().created()).contains(Instant.ofEpochSecond(1790000000));
    assertThat(batch.counts().total()).hasValue(2);
    assertThat(batch.counts().failed()).isEmpty();
    assertThat(batch.faults())
        .containsExactly(
            new BatchFault(Optional.of("bad_line"), "line 2 is no JSON", OptionalLong.of(2)));
  }

  @Test
  void faults_areReadAsAListOrAlone() {
    provider.answers("{\"id\":\"b1\",\"status\":\"failed\",\"errors\":[{\"code\":2013},7]}");
    assertThat(client.batches().query(ID).faults().get(0).errorCode())
        .contains(new ErrorCode(2013));

    provider.answers("{\"id\":\"b1\",\"status\":\"failed\",\"errors\":{\"message\":\"no\"}}");
    assertThat(client.batches().query(ID).faults())
        .containsExactly(new BatchFault(Optional.empty(), "no", OptionalLong.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"b1\"}",
        "{\"id\":\"b1\",\"status\":\" \"}",
        "{\"status\":\"failed\",\"base_resp\":{\"status_code\":0}}",
        "{\"id\":\"a/../b\",\"status\":\"failed\"}"
      })
  void batchWithoutIdOrStatus_isUnreadable(String answer) {
    provider.answers(answer);

    assertThat(
            catchThrowableOfType(ProviderAnswerUnreadable.class, () -> client.batches().query(ID)))
        .hasMessageContaining("without id or status");
  }

  @Test
  void cancellation_sendsNoBody() {
    provider.answers(
        "{\"id\":\"batch_00af\",\"status\":\"cancelling\",\"cancelling_at\":1790000020}");

    Batch batch = client.batches().cancel(ID);

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/batches/batch_00af/cancel");
    assertThat(provider.onlyRequest().body()).isEmpty();
    assertThat(batch.status()).isEqualTo(BatchStatus.CANCELLING);
    assertThat(batch.status().isLast()).isFalse();
    assertThat(batch.times().cancelling()).contains(Instant.ofEpochSecond(1790000020));
  }

  private static String status(String status) {
    return "{\"id\":\"batch_00af\",\"status\":\"" + status + "\"}";
  }

  @Test
  void await_asksUntilTheBatchIsOver() throws InterruptedException {
    provider.answersInTurn(
        status("validating"),
        "{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit\"}}",
        status("unheard_of"),
        status("expired"),
        status("in_progress"));

    assertThat(client.batches().await(ID, PACE).status()).isEqualTo(BatchStatus.EXPIRED);
  }

  @Test
  void await_yieldsTheLastAnswerWhenTheTimeIsUp() throws InterruptedException {
    provider.answers(status("in_progress"));
    PollPace once = new PollPace(Duration.ofMillis(100), Duration.ofMillis(1));

    assertThat(client.batches().await(ID, once).status()).isEqualTo(BatchStatus.IN_PROGRESS);
    provider.onlyRequest();
  }

  @Test
  void await_endsWithARefusalThatNoRepeatMends() {
    provider.answers("{\"base_resp\":{\"status_code\":2049,\"status_msg\":\"no\"}}");

    assertThat(
            catchThrowableOfType(ProviderRefused.class, () -> client.batches().await(ID, PACE))
                .code())
        .contains(new ErrorCode(2049));
    provider.onlyRequest();
  }

  @Test
  void list_isReadPageByPage() {
    provider.answers("{\"object\":\"list\",\"data\":[" + BATCH + ",{\"id\":\"b2\"},null]}");

    BatchList page = client.batches().list(100, Optional.of(new BatchId("batch_00ae")));

    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/batches?limit=100&after=batch_00ae");
    assertThat(page.batches()).extracting(Batch::id).containsExactly(ID);
    assertThat(page.next()).contains(ID);

    provider.answers("{\"data\":[" + BATCH + "],\"has_more\":false}");
    assertThat(client.batches().list(1, Optional.empty()).next()).isEmpty();

    provider.answers("{\"data\":[]}");
    assertThat(client.batches().list(1, Optional.empty()).next()).isEmpty();
  }

  @Test
  void firstPage_namesNoBatchBefore() {
    provider.answers("{\"data\":[]}");

    client.batches().list(20, Optional.empty());

    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/batches?limit=20");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, -1})
  void pageOfAnotherSize_isRefused(int limit) {
    assertThat(
            catchThrowableOfType(
                InvalidRequest.class, () -> client.batches().list(limit, Optional.empty())))
        .hasMessageContaining("limit")
        .hasMessageContaining("1 to 100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "..", ".", "a/b", "a?b", "a b", "a%2fb", "a#b", "_a"})
  void idThatIsUnfitForAPath_isRefused(String id) {
    assertThat(catchThrowableOfType(InvalidRequest.class, () -> new BatchId(id)).field())
        .isEqualTo("batch_id");
  }

  @Test
  void callbackThatIsNoWebAddress_isRefused() {
    assertThat(
            catchThrowableOfType(
                    InvalidRequest.class,
                    () -> new BatchRequest(new FileId("1"), Optional.of(URI.create("file:///a"))))
                .field())
        .isEqualTo("callback_url");
  }

  @ParameterizedTest
  @CsvSource({"1002,LATER", "1013,NEVER", "2013,NEVER"})
  void refusedCreation_isNotRepeatedUnlessNothingWasDone(int code, Retry retry) {
    provider.answers("{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"no\"}}");

    assertThat(
            catchThrowableOfType(
                    ProviderRefused.class,
                    () -> client.batches().create(BatchRequest.of(new FileId("1"))))
                .retry())
        .isEqualTo(retry);
  }
}
