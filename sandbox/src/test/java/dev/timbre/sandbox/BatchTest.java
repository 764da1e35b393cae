package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.timbre.sandbox.callback.CallbackReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String line(String id, String said) {
    return "{\"custom_id\":\""
        + id
        + "\",\"method\":\"POST\",\"url\":\"/v1/text/chatcompletion_v2\",\"body\":{\"model\":"
        + "\"MiniMax-Text-01\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + said
        + "\"}]}}\n";
  }

  private static String upload(String lines) throws IOException {
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    JsonNode answer = SANDBOX.demo().upload("batch", "lines.jsonl", bytes);
    return answer.at("/file/file_id").asText();
  }

  private static JsonNode create(String file, String more) throws IOException {
    return SANDBOX
        .demo()
        .post(
            "/v1/batches",
            "{\"input_file_id\":\""
                + file
                + "\",\"endpoint\":\"/v1/text/chatcompletion_v2\",\"completion_window\":\"24h\""
                + more
                + "}");
  }

  private static void taskSeconds(double seconds) throws IOException {
    SANDBOX.control().post("/_sandbox/settings", "{\"taskSeconds\":" + seconds + "}");
  }

  private static void advance(long seconds) throws IOException {
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":" + seconds + "}");
  }

  private static JsonNode get(JsonNode batch) throws IOException {
    return SANDBOX.demo().get("/v1/batches/" + batch.get("id").asText());
  }

  private static JsonNode awaitStatus(JsonNode batch, String status) {
    await().until(() -> get(batch).get("status").asText().equals(status));
    try {
      return get(batch);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<JsonNode> lines(String fileId) throws IOException {
    Caller demo = SANDBOX.demo();
    var response = demo.send(demo.to("/v1/files/retrieve_content?file_id=" + fileId).GET());
    List<JsonNode> lines = new ArrayList<>();
    for (String text : new String(response.body(), StandardCharsets.UTF_8).split("\n")) {
      lines.add(JSON.readTree(text));
    }
    return lines;
  }

  @Test
  void batch_answersEveryLine() throws Exception {
    taskSeconds(0);
    JsonNode created =
        create(upload(line("a-1", "Say one") + "\n" + line("a-2", "prohibited-content")), "");
    assertThat(Caller.code(created)).isZero();
    assertThat(created.get("id").asText()).startsWith("batch_");
    assertThat(created.get("object").asText()).isEqualTo("batch");
    assertThat(created.get("status").asText()).isEqualTo("validating");
    assertThat(created.get("errors").isNull()).isTrue();
    assertThat(created.get("output_file_id").asText()).isEmpty();
    assertThat(created.get("expires_at").asLong())
        .isEqualTo(created.get("created_at").asLong() + 86_400);

    JsonNode done = awaitStatus(created, "completed");
    assertThat(done.get("request_counts").toString())
        .isEqualTo("{\"total\":2,\"completed\":1,\"failed\":1}");
    assertThat(done.get("completed_at").asLong())
        .isGreaterThanOrEqualTo(done.get("in_progress_at").asLong());

    List<JsonNode> output = lines(done.get("output_file_id").asText());
    assertThat(output).hasSize(1);
    assertThat(output.get(0).get("custom_id").asText()).isEqualTo("a-1");
    assertThat(output.get(0).at("/response/status_code").asInt()).isEqualTo(200);
    assertThat(output.get(0).at("/response/body/choices/0/message/content").asText())
        .isEqualTo("one");
    assertThat(output.get(0).get("error").isNull()).isTrue();

    List<JsonNode> errors = lines(done.get("error_file_id").asText());
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).get("custom_id").asText()).isEqualTo("a-2");
    assertThat(errors.get(0).at("/error/code").asText()).isEqualTo("1026");
    assertThat(Caller.code(errors.get(0).at("/response/body"))).isEqualTo(1026);
  }

  @Test
  void resultFile_hasItsPurposeAndADownloadLink() throws Exception {
    taskSeconds(0);
    JsonNode done = awaitStatus(create(upload(line("a", "Say one")), ""), "completed");
    assertThat(done.get("error_file_id").asText()).isEmpty();
    JsonNode file =
        SANDBOX
            .demo()
            .get("/v1/files/retrieve?file_id=" + done.get("output_file_id").asText())
            .get("file");
    assertThat(file.get("purpose").asText()).isEqualTo("batch_output");
    assertThat(file.get("filename").asText()).endsWith("_output.jsonl");
    URI link = URI.create(file.get("download_url").asText());
    byte[] loaded = SANDBOX.control().send(HttpRequest.newBuilder(link)).body();
    assertThat(JSON.readTree(loaded).get("custom_id").asText()).isEqualTo("a");
  }

  @Test
  void statuses_followTheClock() throws Exception {
    taskSeconds(1000);
    JsonNode batch = create(upload(line("a", "Say one")), "");
    assertThat(get(batch).get("status").asText()).isEqualTo("validating");
    advance(1000);
    JsonNode running = awaitStatus(batch, "in_progress");
    assertThat(running.get("request_counts").toString())
        .isEqualTo("{\"total\":1,\"completed\":0,\"failed\":0}");
    advance(1000);
    assertThat(awaitStatus(batch, "finalizing").get("output_file_id").asText()).isEmpty();
    advance(1000);
    JsonNode done = awaitStatus(batch, "completed");
    assertThat(done.get("completed_at").asLong())
        .isEqualTo(done.get("finalizing_at").asLong() + 1000);
  }

  @Test
  void batchNotEndedIn24Hours_expires() throws Exception {
    taskSeconds(50_000);
    JsonNode batch = create(upload(line("a", "Say one")), "");
    advance(90_000);
    JsonNode expired = awaitStatus(batch, "expired");
    assertThat(expired.get("expired_at")).isEqualTo(expired.get("expires_at"));
    assertThat(expired.get("output_file_id").asText()).isEmpty();
  }

  @Test
  void batchCosts_halfOfThePrice() throws Exception {
    taskSeconds(0);
    SANDBOX
        .demo()
        .post(
            "/v1/text/chatcompletion_v2",
            "{\"model\":\"MiniMax-Text-01\",\"messages\":[{\"role\":\"user\",\"content\":"
                + "\"Say one\"}]}");
    awaitStatus(create(upload(line("a", "Say one") + line("b", "Say one")), ""), "completed");
    JsonNode entries = SANDBOX.control().get("/_sandbox/ledger").get("entries");
    assertThat(entries).hasSize(2);
    assertThat(entries.at("/0/kind").asText()).isEqualTo("tokens");
    assertThat(entries.at("/1/quantity").asInt()).isEqualTo(2 * entries.at("/0/quantity").asInt());
    assertThat(entries.at("/1/amount").asText()).isEqualTo(entries.at("/0/amount").asText());
  }

  @Test
  void cancelledBatch_endsCancelled() throws Exception {
    taskSeconds(1000);
    JsonNode batch = create(upload(line("a", "Say one")), "");
    String cancel = "/v1/batches/" + batch.get("id").asText() + "/cancel";
    assertThat(SANDBOX.demo().post(cancel, "").get("status").asText()).isEqualTo("cancelling");
    assertThat(SANDBOX.demo().post(cancel, "").get("status").asText()).isEqualTo("cancelling");
    advance(1000);
    JsonNode cancelled = awaitStatus(batch, "cancelled");
    assertThat(cancelled.get("cancelled_at").asLong()).isPositive();
    JsonNode late = SANDBOX.demo().post(cancel, "");
    assertThat(Caller.code(late)).isEqualTo(2013);
    assertThat(Caller.message(late)).contains("batch is cancelled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not JSON | invalid_json_line",
        "[1] | invalid_json_line",
        "{\"method\":\"POST\"} | missing_custom_id",
        "{\"custom_id\":7} | missing_custom_id",
        "{\"custom_id\":\"first\"} | duplicate_custom_id",
        "{\"custom_id\":\"x\",\"method\":\"GET\"} | invalid_method",
        "{\"custom_id\":\"x\",\"method\":\"POST\",\"url\":\"/v1/t2a_v2\"} | invalid_url",
        "{\"custom_id\":\"x\",\"method\":\"POST\",\"url\":\"/v1/text/chatcompletion_v2\"}"
            + " | missing_body"
      })
  void fileWithABadLine_failsAsAWhole(String bad, String code) throws Exception {
    taskSeconds(0);
    JsonNode failed = awaitStatus(create(upload(line("first", "Hi") + bad), ""), "failed");
    assertThat(failed.at("/errors/data")).hasSize(1);
    assertThat(failed.at("/errors/data/0/code").asText()).isEqualTo(code);
    assertThat(failed.at("/errors/data/0/line").asInt()).isEqualTo(2);
    assertThat(failed.get("failed_at").asLong()).isPositive();
    assertThat(failed.get("output_file_id").asText()).isEmpty();
  }

  @Test
  void fileThatIsNoTextOrHasNoLines_fails() throws Exception {
    taskSeconds(0);
    byte[] binary = {'{', (byte) 0xff, (byte) 0xfe, '}', '\n'};
    String id = SANDBOX.demo().upload("batch", "x.jsonl", binary).at("/file/file_id").asText();
    assertThat(awaitStatus(create(id, ""), "failed").at("/errors/data/0/code").asText())
        .isEqualTo("invalid_file");
    assertThat(
            awaitStatus(create(upload("\n \n"), ""), "failed").at("/errors/data/0/code").asText())
        .isEqualTo("empty_file");
  }

  @Test
  void fileDeletedMeanwhile_failsTheBatch() throws Exception {
    taskSeconds(1000);
    String file = upload(line("a", "Hi"));
    JsonNode batch = create(file, "");
    SANDBOX.demo().post("/v1/files/delete", "{\"file_id\":" + file + "}");
    advance(1000);
    assertThat(awaitStatus(batch, "failed").at("/errors/data/0/code").asText())
        .isEqualTo("file_not_found");
  }

  @Test
  void moreLinesThanAllowed_fail() throws Exception {
    taskSeconds(0);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i <= 50_000; i++) {
      lines.append(line("n" + i, "Hi"));
    }
    assertThat(
            awaitStatus(create(upload(lines.toString()), ""), "failed")
                .at("/errors/data/0/code")
                .asText())
        .isEqualTo("too_many_lines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"input_file_id\":\"12\",\"endpoint\":\"/v1/text/chatcompletion_v2\","
            + "\"completion_window\":\"24h\"}",
        "{\"input_file_id\":\"FILE\",\"completion_window\":\"24h\"}",
        "{\"input_file_id\":\"FILE\",\"endpoint\":\"/v1/t2a_v2\",\"completion_window\":\"24h\"}",
        "{\"input_file_id\":\"FILE\",\"endpoint\":\"/v1/text/chatcompletion_v2\"}",
        "{\"input_file_id\":\"FILE\",\"endpoint\":\"/v1/text/chatcompletion_v2\","
            + "\"completion_window\":\"7d\"}",
        "{\"input_file_id\":\"SAMPLE\",\"endpoint\":\"/v1/text/chatcompletion_v2\","
            + "\"completion_window\":\"24h\"}",
        "{\"input_file_id\":\"FILE\",\"endpoint\":\"/v1/text/chatcompletion_v2\","
            + "\"completion_window\":\"24h\",\"callback_url\":\"ftp://x\"}"
      })
  void badRequest_isRefused(String body) throws Exception {
    String real =
        body.replace("FILE", upload(line("a", "Hi")))
            .replace("SAMPLE", Long.toString(SANDBOX.demo().uploadSample("lj.mp3")));
    assertThat(Caller.code(SANDBOX.demo().post("/v1/batches", real))).isEqualTo(2013);
    assertThat(SANDBOX.demo().get("/v1/batches").get("data")).isEmpty();
  }

  @Test
  void batchOfAnotherAccount_isUnknown() throws Exception {
    JsonNode batch = create(upload(line("a", "Hi")), "");
    String path = "/v1/batches/" + batch.get("id").asText();
    assertThat(Caller.code(SANDBOX.other().get(path))).isEqualTo(2013);
    assertThat(Caller.code(SANDBOX.other().post(path + "/cancel", ""))).isEqualTo(2013);
    assertThat(SANDBOX.other().get("/v1/batches").get("data")).isEmpty();
    assertThat(Caller.code(SANDBOX.demo().get("/v1/batches/batch_0"))).isEqualTo(2013);
  }

  @Test
  void list_isPaged_newestFirst() throws Exception {
    taskSeconds(1000);
    String file = upload(line("a", "Hi"));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(0, create(file, "").get("id").asText());
      advance(1);
    }
    JsonNode first = SANDBOX.demo().get("/v1/batches?limit=2");
    assertThat(first.get("object").asText()).isEqualTo("list");
    assertThat(first.at("/data/0/id").asText()).isEqualTo(ids.get(0));
    assertThat(first.get("data")).hasSize(2);
    JsonNode second = SANDBOX.demo().get("/v1/batches?limit=2&after=" + ids.get(1));
    assertThat(second.get("data")).hasSize(1);
    assertThat(second.at("/data/0/id").asText()).isEqualTo(ids.get(2));
    assertThat(Caller.code(SANDBOX.demo().get("/v1/batches?limit=0"))).isEqualTo(2013);
    assertThat(Caller.code(SANDBOX.demo().get("/v1/batches?limit=101"))).isEqualTo(2013);
    assertThat(Caller.code(SANDBOX.demo().get("/v1/batches?after=x"))).isEqualTo(2013);
  }

  @Test
  void callback_hearsOfEveryStatus() throws Exception {
    taskSeconds(0);
    try (CallbackReceiver receiver = new CallbackReceiver()) {
      String url = ",\"callback_url\":\"" + receiver.url() + "\"";
      JsonNode batch = create(upload(line("a", "Say one")), url);
      assertThat(batch.get("callback_url").asText()).isEqualTo(receiver.url());
      await()
          .until(() -> SANDBOX.control().get("/_sandbox/callbacks").get("callbacks").size() == 4);
      assertThat(receiver.news())
          .extracting(n -> n.get("status").asText())
          .containsExactly("in_progress", "finalizing", "completed");
      assertThat(receiver.news().get(2).get("id")).isEqualTo(batch.get("id"));
      assertThat(receiver.news().get(2).get("output_file_id").asText()).isNotEmpty();
      JsonNode sent = SANDBOX.control().get("/_sandbox/callbacks").get("callbacks");
      assertThat(sent.findValuesAsText("kind"))
          .containsExactly("challenge", "news", "news", "news");
    }
  }

  @Test
  void callbackThatFailsItsChallenge_refusesTheBatch() throws Exception {
    try (CallbackReceiver receiver = new CallbackReceiver()) {
      receiver.answer(body -> "{}");
      String url = ",\"callback_url\":\"" + receiver.url() + "\"";
      JsonNode answer = create(upload(line("a", "Hi")), url);
      assertThat(Caller.code(answer)).isEqualTo(2013);
      assertThat(Caller.message(answer)).contains("callback_url");
      assertThat(SANDBOX.demo().get("/v1/batches").get("data")).isEmpty();
    }
  }
}
