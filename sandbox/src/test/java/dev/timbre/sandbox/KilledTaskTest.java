package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill after any line of the journal, while tasks of all kinds are being finished. */
class KilledTaskTest {
  private static final String LINE =
      "{\"custom_id\":\"%s\",\"method\":\"POST\",\"url\":\"/v1/text/chatcompletion_v2\",\"body\":"
          + "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}\n";
  private static final String PLAN_KEY = "sk-cp-sandbox-demo";

  @TempDir Path directory;

  private record Started(List<String> queries) {
    boolean isDone(Sandbox sandbox) throws IOException {
      Caller demo = new Caller(sandbox.baseUri(), PLAN_KEY);
      for (String query : queries) {
        JsonNode answer = demo.get(query);
        String status = answer.findPath("status").asText();
        if (!List.of("Success", "succeeded", "completed").contains(status)) {
          return false;
        }
      }
      return true;
    }
  }

  @Test
  void killAtAnyMoment_neitherRepeatsNorLosesACharge() throws Exception {
    Path whole = directory.resolve("whole");
    int before;
    Started started;
    JsonNode totals;
    int files;
    try (Sandbox sandbox = Sandbox.start(SandboxConfig.in(whole))) {
      Caller control = new Caller(sandbox.baseUri(), null);
      control.post("/_sandbox/settings", "{\"taskSeconds\":1000}");
      started = begin(new Caller(sandbox.baseUri(), PLAN_KEY));
      before = journal(whole).size();
      control.post("/_sandbox/clock", "{\"advanceSeconds\":5000}");
      await().until(() -> started.isDone(sandbox));
      totals = control.get("/_sandbox/ledger").get("totals");
      files = control.get("/_sandbox/state").get("files").size();
      assertThat(control.get("/_sandbox/ledger").get("entries"))
          .allSatisfy(entry -> assertThat(entry.get("purse").asText()).isEqualTo("plan"));
    }
    assertThat(totals.at("/video/count").asInt()).isEqualTo(3);
    assertThat(totals.at("/tokens/count").asInt()).isEqualTo(2);
    assertThat(totals.at("/characters/count").asInt()).isEqualTo(1);
    int lines = journal(whole).size();
    for (int kept = before + 1; kept <= lines; kept++) {
      Path copy = copyOf(whole, kept);
      try (Sandbox sandbox = Sandbox.start(SandboxConfig.in(copy))) {
        Caller control = new Caller(sandbox.baseUri(), null);
        await().until(() -> started.isDone(sandbox));
        assertThat(control.get("/_sandbox/ledger").get("totals")).as("%s", kept).isEqualTo(totals);
        assertThat(control.get("/_sandbox/state").get("files")).as("%s", kept).hasSize(files);
      }
    }
  }

  private static Started begin(Caller demo) throws IOException {
    List<String> queries = new ArrayList<>();
    String film = "{\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A boat\"}";
    String videoId = demo.post("/v1/video_generation", film).get("task_id").asText();
    queries.add("/v1/query/video_generation?task_id=" + videoId);
    String h3 = "{\"model\":\"MiniMax-H3\",\"content\":[{\"type\":\"text\",\"text\":\"A boat\"}]}";
    String h3Id = demo.post("/v2/video_generation", h3).get("task_id").asText();
    queries.add("/v2/query/video_generation/" + h3Id);
    String template =
        "{\"template_id\":\"392747428568649728\",\"media_inputs\":"
            + "[{\"value\":\"https://pictures.example/a.png\"}]}";
    String templateId =
        demo.post("/v1/video_template_generation", template).get("task_id").asText();
    queries.add("/v1/query/video_template_generation?task_id=" + templateId);
    String text =
        "{\"model\":\"speech-2.8-hd\",\"text\":\"Hello again.\",\"voice_setting\":"
            + "{\"voice_id\":\"female-yujie\"}}";
    String textId = demo.post("/v1/t2a_async_v2", text).get("task_id").asText();
    queries.add("/v1/query/t2a_async_query_v2?task_id=" + textId);
    String lines = LINE.formatted("a", "MiniMax-M2") + LINE.formatted("b", "MiniMax-M2.5");
    JsonNode input = demo.upload("batch", "a.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    String batch =
        "{\"input_file_id\":\"%s\",\"endpoint\":\"/v1/text/chatcompletion_v2\","
            + "\"completion_window\":\"24h\"}";
    String batchId =
        demo.post("/v1/batches", batch.formatted(input.at("/file/file_id").asText()))
            .get("id")
            .asText();
    queries.add("/v1/batches/" + batchId);
    return new Started(queries);
  }

  private static List<String> journal(Path data) throws IOException {
    return Files.readAllLines(data.resolve("journal.jsonl"));
  }

  private Path copyOf(Path whole, int keptLines) throws IOException {
    Path copy = directory.resolve("kept" + keptLines);
    try (Stream<Path> paths = Files.walk(whole)) {
      for (Path path : paths.toList()) {
        Files.copy(path, copy.resolve(whole.relativize(path).toString()));
      }
    }
    List<String> kept = journal(whole).subList(0, keptLines);
    Files.write(copy.resolve("journal.jsonl"), kept);
    return copy;
  }
}
