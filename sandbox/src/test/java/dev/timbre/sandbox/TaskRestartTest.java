package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRestartTest {
  private static final String LINE =
      "{\"custom_id\":\"a\",\"method\":\"POST\",\"url\":\"/v1/text/chatcompletion_v2\",\"body\":"
          + "{\"model\":\"MiniMax-M2\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}";

  private static final String QUERY = "/v1/query/t2a_async_query_v2?task_id=";
  private static final String TEXT =
      "{\"model\":\"speech-2.8-hd\",\"text\":\"Hello again.\",\"voice_setting\":"
          + "{\"voice_id\":\"female-yujie\"}}";
  private static final String FILM = "{\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A boat\"}";

  @Test
  void batchUnderWay_goesOnAfterARestart(@TempDir Path directory) throws Exception {
    String path;
    try (Sandbox first = Sandbox.start(SandboxConfig.in(directory))) {
      Caller demo = new Caller(first.baseUri(), SandboxConfig.DEMO_KEY);
      Caller control = new Caller(first.baseUri(), null);
      control.post("/_sandbox/settings", "{\"taskSeconds\":1000}");
      String file =
          demo.upload("batch", "a.jsonl", LINE.getBytes(StandardCharsets.UTF_8))
              .at("/file/file_id")
              .asText();
      JsonNode batch =
          demo.post(
              "/v1/batches",
              "{\"input_file_id\":\""
                  + file
                  + "\",\"endpoint\":\"/v1/text/chatcompletion_v2\",\"completion_window\":\"24h\"}");
      path = "/v1/batches/" + batch.get("id").asText();
      control.post("/_sandbox/clock", "{\"advanceSeconds\":1000}");
      await().until(() -> demo.get(path).get("status").asText().equals("in_progress"));
    }
    try (Sandbox second = Sandbox.start(SandboxConfig.in(directory))) {
      Caller demo = new Caller(second.baseUri(), SandboxConfig.DEMO_KEY);
      assertThat(demo.get(path).get("status").asText()).isEqualTo("in_progress");
      new Caller(second.baseUri(), null).post("/_sandbox/clock", "{\"advanceSeconds\":2000}");
      await().until(() -> demo.get(path).get("status").asText().equals("completed"));
      assertThat(demo.get(path).at("/request_counts/completed").asInt()).isEqualTo(1);
    }
  }

  @Test
  void longText_isFinishedAfterARestart(@TempDir Path directory) throws Exception {
    String id;
    String file;
    try (Sandbox first = Sandbox.start(SandboxConfig.in(directory))) {
      Caller control = new Caller(first.baseUri(), null);
      control.post("/_sandbox/settings", "{\"taskSeconds\":3600}");
      Caller demo = new Caller(first.baseUri(), SandboxConfig.DEMO_KEY);
      JsonNode created = demo.post("/v1/t2a_async_v2", TEXT);
      id = created.get("task_id").asText();
      file = created.get("file_id").asText();
      assertThat(demo.get(QUERY + id).get("status").asText()).isEqualTo("Processing");
    }
    try (Sandbox second = Sandbox.start(SandboxConfig.in(directory))) {
      Caller demo = new Caller(second.baseUri(), SandboxConfig.DEMO_KEY);
      assertThat(demo.get(QUERY + id).get("status").asText()).isEqualTo("Processing");
      new Caller(second.baseUri(), null).post("/_sandbox/clock", "{\"advanceSeconds\":3600}");
      assertThat(demo.get(QUERY + id).get("status").asText()).isEqualTo("Success");
      byte[] tar = demo.send(demo.to("/v1/files/retrieve_content?file_id=" + file).GET()).body();
      assertThat(new String(tar, 257, 5, StandardCharsets.US_ASCII)).isEqualTo("ustar");
    }
  }

  @Test
  void film_isFinishedAfterARestart(@TempDir Path directory) throws Exception {
    SandboxConfig config = SandboxConfig.in(directory);
    String task;
    try (Sandbox first = Sandbox.start(config)) {
      new Caller(first.baseUri(), null).post("/_sandbox/settings", "{\"taskSeconds\":1000}");
      Caller demo = new Caller(first.baseUri(), SandboxConfig.DEMO_KEY);
      task = demo.post("/v1/video_generation", FILM).get("task_id").asText();
    }
    try (Sandbox second = Sandbox.start(config)) {
      Caller demo = new Caller(second.baseUri(), SandboxConfig.DEMO_KEY);
      String path = "/v1/query/video_generation?task_id=" + task;
      assertThat(demo.get(path).get("status").asText()).isEqualTo("Preparing");
      new Caller(second.baseUri(), null).post("/_sandbox/clock", "{\"advanceSeconds\":1000}");
      assertThat(demo.get(path).get("status").asText()).isEqualTo("Success");
    }
  }
}
