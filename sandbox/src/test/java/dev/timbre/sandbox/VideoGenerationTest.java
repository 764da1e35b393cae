package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.callback.CallbackReceiver;
import dev.timbre.sandbox.video.FilmFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoGenerationTest {
  private static final String HAILUO = "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"";
  private static final String BOAT = HAILUO + "A boat. [Push in, Pan left]\"";
  private static final String LINK = "\"https://pictures.example/a.png\"";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  /** Nothing is finished before the clock is moved. */
  @BeforeEach
  void takeTime() throws Exception {
    SANDBOX.control().post("/_sandbox/settings", "{\"taskSeconds\":1000}");
  }

  private static JsonNode create(String fields) throws IOException {
    return SANDBOX.demo().post("/v1/video_generation", "{" + fields + "}");
  }

  private static String created(String fields) throws IOException {
    JsonNode answer = create(fields);
    assertThat(Caller.code(answer)).describedAs(answer.toString()).isZero();
    assertThat(answer.get("task_id").isTextual()).isTrue();
    return answer.get("task_id").asText();
  }

  private static JsonNode query(String taskId) throws IOException {
    return SANDBOX.demo().get("/v1/query/video_generation?task_id=" + taskId);
  }

  private static void pass(int seconds) throws IOException {
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":" + seconds + "}");
  }

  private static JsonNode ledger() throws IOException {
    return SANDBOX.control().get("/_sandbox/ledger").get("entries");
  }

  private static HttpResponse<byte[]> fetch(String link) throws IOException {
    URI uri = URI.create(link);
    return SANDBOX.control().send(SANDBOX.control().to(uri.getPath() + "?" + uri.getQuery()).GET());
  }

  @Test
  void task_goesThroughItsStatesToAFilmWhoseLinkLivesAnHour() throws Exception {
    String task = created(BOAT);
    assertThat(query(task).get("status").asText()).isEqualTo("Preparing");
    pass(250);
    assertThat(query(task).get("status").asText()).isEqualTo("Queueing");
    pass(250);
    assertThat(query(task).get("status").asText()).isEqualTo("Processing");
    assertThat(query(task).get("file_id").asText()).isEmpty();
    pass(500);
    JsonNode done = query(task);
    assertThat(done.get("status").asText()).isEqualTo("Success");
    assertThat(done.get("task_id").asText()).isEqualTo(task);
    assertThat(done.get("file_id").isTextual()).isTrue();
    assertThat(done.get("video_width").asInt()).isEqualTo(1366);
    assertThat(done.get("video_height").asInt()).isEqualTo(768);
    JsonNode file =
        SANDBOX
            .demo()
            .get("/v1/files/retrieve?file_id=" + done.get("file_id").asText())
            .get("file");
    assertThat(file.get("purpose").asText()).isEqualTo("video_generation");
    String link = file.get("download_url").asText();
    FilmFile film = FilmFile.of(fetch(link).body());
    assertThat(film.codec()).isEqualTo("h264");
    assertThat(film.width()).isEqualTo(1366);
    assertThat(film.height()).isEqualTo(768);
    assertThat(film.seconds()).isEqualTo(6, within(0.3));
    assertThat(file.get("bytes").asInt()).isLessThan(500_000);
    pass(3600);
    assertThat(fetch(link).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "MiniMax-Hailuo-2.3, 10, 768P, 1366, 768",
    "MiniMax-Hailuo-02, 6, 1080P, 1920, 1080",
    "T2V-01-Director, 6, 720P, 1280, 720"
  })
  void film_hasTheAskedSizeAndLength(
      String model, int seconds, String resolution, int width, int height) throws Exception {
    String task =
        created(
            "\"model\":\"%s\",\"prompt\":\"A boat\",\"duration\":%d,\"resolution\":\"%s\""
                .formatted(model, seconds, resolution));
    pass(1000);
    JsonNode done = query(task);
    HttpResponse<byte[]> content =
        SANDBOX
            .demo()
            .send(
                SANDBOX
                    .demo()
                    .to("/v1/files/retrieve_content?file_id=" + done.get("file_id").asText())
                    .GET());
    FilmFile film = FilmFile.of(content.body());
    assertThat(film.width()).isEqualTo(width);
    assertThat(film.height()).isEqualTo(height);
    assertThat(film.seconds()).isEqualTo(seconds, within(0.3));
  }

  @Test
  void filmOfAFrame_hasTheShapeOfTheFrame() throws Exception {
    String frame = Pictures.dataUrl("png", 400, 800);
    String task =
        created(
            "\"model\":\"MiniMax-Hailuo-02\",\"resolution\":\"512P\",\"first_frame_image\":\""
                + frame
                + "\"");
    pass(1000);
    JsonNode done = query(task);
    assertThat(done.get("video_width").asInt()).isEqualTo(512);
    assertThat(done.get("video_height").asInt()).isEqualTo(1024);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"model\":\"MiniMax-Hailuo-2.3-Fast\",\"first_frame_image\":" + LINK,
        "\"model\":\"I2V-01-live\",\"first_frame_image\":" + LINK,
        "\"model\":\"MiniMax-Hailuo-02\",\"last_frame_image\":" + LINK,
        "\"model\":\"MiniMax-Hailuo-02\",\"resolution\":\"512P\",\"first_frame_image\":" + LINK,
        "\"model\":\"S2V-01\",\"subject_reference\":[{\"type\":\"character\",\"image\":["
            + LINK
            + "]}]",
        "\"model\":\"T2V-01\",\"prompt\":\"[No such word] A boat\",\"duration\":6",
        "\"model\":\"MiniMax-Hailuo-02\",\"prompt\":\"A boat\",\"fast_pretreatment\":true,"
            + "\"prompt_optimizer\":false,\"aigc_watermark\":true"
      })
  void whatAModelTakes_isAccepted(String fields) throws Exception {
    assertThat(created(fields)).matches("\\d{15,18}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"prompt\":\"A boat\"",
        "\"model\":\"Hailuo-3\",\"prompt\":\"A boat\"",
        "\"model\":\"MiniMax-Hailuo-2.3\"",
        "\"model\":\"MiniMax-Hailuo-2.3-Fast\",\"prompt\":\"A boat\"",
        "\"model\":\"I2V-01\",\"prompt\":\"A boat\"",
        "\"model\":\"S2V-01\",\"prompt\":\"A boat\"",
        "\"model\":\"S2V-01\",\"subject_reference\":[{\"type\":\"character\",\"image\":[]}]",
        "\"model\":\"S2V-01\",\"subject_reference\":[{\"type\":\"cat\",\"image\":[" + LINK + "]}]",
        "\"model\":\"S2V-01\",\"subject_reference\":[{\"type\":\"character\",\"image\":["
            + LINK
            + ","
            + LINK
            + "]}]",
        "\"model\":\"T2V-01\",\"prompt\":\"A\",\"first_frame_image\":" + LINK,
        "\"model\":\"T2V-01\",\"prompt\":\"A\",\"duration\":10",
        "\"model\":\"T2V-01\",\"prompt\":\"A\",\"resolution\":\"768P\"",
        "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A\",\"last_frame_image\":" + LINK,
        "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A\",\"duration\":8",
        "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A\",\"duration\":10,\"resolution\":\"1080P\"",
        "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A\",\"resolution\":\"720P\"",
        "\"model\":\"MiniMax-Hailuo-02\",\"prompt\":\"A\",\"resolution\":\"512P\"",
        "\"model\":\"MiniMax-Hailuo-02\",\"first_frame_image\":\"a.png\"",
        "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A\",\"prompt_optimizer\":\"no\"",
        "\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A\",\"callback_url\":\"mailto:a@b.example\""
      })
  void whatAModelDoesNotTake_isRefusedWith2013(String fields) throws Exception {
    JsonNode answer = create(fields);
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(answer.get("task_id").asText()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"png, 300, 500", "png, 400, 1001", "jpeg, 1001, 400", "gif, 400, 400"})
  void frameOfAWrongKindOrSize_isRefused(String format, int width, int height) throws Exception {
    String frame = Pictures.dataUrl(format, width, height);
    JsonNode answer = create("\"model\":\"I2V-01\",\"first_frame_image\":\"" + frame + "\"");
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(Caller.message(answer)).contains("first_frame_image");
  }

  @Test
  void frameOf20Megabytes_isRefusedForItsSize() throws Exception {
    String frame = Pictures.dataUrl("png", new byte[20 << 20]);
    JsonNode answer = create("\"model\":\"I2V-01\",\"first_frame_image\":\"" + frame + "\"");
    assertThat(Caller.code(answer)).isEqualTo(2013);
    assertThat(Caller.message(answer)).contains("20971520");
  }

  @Test
  void promptHasAtMost2000Characters() throws Exception {
    created(HAILUO + "船".repeat(2000) + "\"");
    assertThat(Caller.code(create(HAILUO + "船".repeat(2001) + "\""))).isEqualTo(2013);
  }

  @Test
  void failure_isProvokedByWords_andCostsNothing() throws Exception {
    String failed = created(HAILUO + "failed-task boat\"");
    String prohibited = created(HAILUO + "prohibited-output boat\"");
    assertThat(Caller.code(create(HAILUO + "prohibited-content\""))).isEqualTo(1026);
    pass(1000);
    assertThat(query(failed).get("status").asText()).isEqualTo("Fail");
    assertThat(Caller.code(query(failed))).isZero();
    assertThat(query(prohibited).get("status").asText()).isEqualTo("Fail");
    assertThat(Caller.code(query(prohibited))).isEqualTo(1027);
    assertThat(ledger()).isEmpty();
  }

  @Test
  void film_isChargedOnce_whenItIsThere() throws Exception {
    String task = created(BOAT + ",\"resolution\":\"1080P\"");
    assertThat(ledger()).isEmpty();
    pass(1000);
    query(task);
    query(task);
    assertThat(ledger()).hasSize(1);
    assertThat(ledger().at("/0/kind").asText()).isEqualTo("video");
    assertThat(ledger().at("/0/amount").asText()).isEqualTo("3.6");
  }

  @Test
  void emptyBalance_isRefusedWith1008() throws Exception {
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\",\"balance\":\"0\"}");
    assertThat(Caller.code(create(BOAT))).isEqualTo(1008);
  }

  @Test
  void unknownOrForeignTask_isRefusedWith2013() throws Exception {
    String task = created(BOAT);
    JsonNode foreign = SANDBOX.other().get("/v1/query/video_generation?task_id=" + task);
    assertThat(Caller.code(foreign)).isEqualTo(2013);
    assertThat(Caller.code(query("12"))).isEqualTo(2013);
    assertThat(Caller.code(SANDBOX.demo().get("/v1/query/video_generation"))).isEqualTo(2013);
  }

  @Test
  void receiver_isChallengedAndToldInLowerCase() throws Exception {
    try (CallbackReceiver receiver = new CallbackReceiver()) {
      String url = ",\"callback_url\":\"" + receiver.url() + "\"";
      String task = created(BOAT + url);
      assertThat(receiver.received().get(0).has("challenge")).isTrue();
      await().until(() -> receiver.news().size() == 1);
      assertThat(receiver.news().get(0).toString())
          .isEqualTo(
              "{\"task_id\":\""
                  + task
                  + "\",\"status\":\"processing\",\"file_id\":\"\","
                  + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
      pass(1000);
      String fileId = query(task).get("file_id").asText();
      await().until(() -> receiver.news().size() == 2);
      assertThat(receiver.news().get(1).toString())
          .isEqualTo(
              "{\"task_id\":\""
                  + task
                  + "\",\"status\":\"success\",\"file_id\":\""
                  + fileId
                  + "\",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
      String failed = created(HAILUO + "failed-task\"" + url);
      pass(1000);
      query(failed);
      await().until(() -> receiver.news().size() == 4);
      assertThat(receiver.news().get(3).get("status").asText()).isEqualTo("failed");
    }
  }

  @Test
  void receiverThatDoesNotEcho_isRefused_andNoTaskIsMade() throws Exception {
    try (CallbackReceiver receiver = new CallbackReceiver()) {
      receiver.answer(body -> "{}");
      JsonNode answer = create(BOAT + ",\"callback_url\":\"" + receiver.url() + "\"");
      assertThat(Caller.code(answer)).isEqualTo(2013);
      assertThat(SANDBOX.control().get("/_sandbox/state").get("tasks")).isEmpty();
    }
  }
}
