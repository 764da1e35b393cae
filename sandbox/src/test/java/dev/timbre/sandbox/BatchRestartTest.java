package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRestartTest {
  private static final String LINE =
      "{\"custom_id\":\"a\",\"method\":\"POST\",\"url\":\"/v1/text/chatcompletion_v2\",\"body\":"
          + "{\"model\":\"MiniMax-M2\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}";

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
}
