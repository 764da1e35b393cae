package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.timbre.sandbox.callback.CallbackReceiver;
import dev.timbre.sandbox.video.FilmFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H3VideoTest {
  private static final String CREATE = "/v2/video_generation";
  private static final String QUERY = "/v2/query/video_generation";
  private static final String TEXT = "{\"type\":\"text\",\"text\":\"A boat\"}";
  private static final String BOAT = "\"model\":\"MiniMax-H3\",\"content\":[" + TEXT + "]";
  private static final String MAX = "\"model\":\"MiniMax-H3-Max\",\"content\":[" + TEXT + "]";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  /** Nothing is finished before the clock is moved. */
  @BeforeEach
  void takeTime() throws Exception {
    SANDBOX.control().post("/_sandbox/settings", "{\"taskSeconds\":1000}");
  }

  private static HttpResponse<byte[]> post(String path, String fields) throws IOException {
    byte[] body = ("{" + fields + "}").getBytes(StandardCharsets.UTF_8);
    return SANDBOX.demo().postRaw(path, "application/json", body);
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }

  private static String created(String path, String fields) throws IOException {
    JsonNode answer = Caller.read(post(path, fields));
    assertThat(answer).hasSize(1);
    return answer.get("task_id").textValue();
  }

  private static JsonNode task(String id) throws IOException {
    return SANDBOX.demo().get(QUERY + "/" + id).get("task");
  }

  private static HttpResponse<byte[]> delete(String id) throws IOException {
    return SANDBOX.demo().send(SANDBOX.demo().to(CREATE + "/" + id).DELETE());
  }

  private static void pass(int seconds) throws IOException {
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":" + seconds + "}");
  }

  private static FilmFile film(JsonNode task) throws IOException {
    URI uri = URI.create(task.at("/content/url").asText());
    Caller anybody = SANDBOX.control();
    return FilmFile.of(anybody.send(anybody.to(uri.getPath() + "?" + uri.getQuery()).GET()).body());
  }

  private static void assertRefused(HttpResponse<byte[]> response, int status, String end)
      throws IOException {
    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode error = json(response).get("error");
    assertThat(error.get("message").asText()).endsWith(end);
    assertThat(error.get("http_code").asText()).isEqualTo(Integer.toString(status));
  }

  @Test
  void task_goesThroughItsStatesToAFilm() throws Exception {
    String id = created(CREATE, BOAT + ",\"resolution\":\"2K\",\"duration\":5,\"ratio\":\"16:9\"");
    JsonNode queued = task(id);
    assertThat(queued.get("status").asText()).isEqualTo("queued");
    assertThat(queued.get("content").isNull()).isTrue();
    pass(500);
    assertThat(task(id).get("status").asText()).isEqualTo("running");
    pass(500);
    JsonNode done = task(id);
    assertThat(done.get("id").asText()).isEqualTo(id);
    assertThat(done.get("model").asText()).isEqualTo("MiniMax-H3");
    assertThat(done.get("status").asText()).isEqualTo("succeeded");
    assertThat(done.get("error").isNull()).isTrue();
    assertThat(done.get("updated_at").asLong() - done.get("created_at").asLong())
        .isGreaterThanOrEqualTo(1000);
    assertThat(done.get("resolution").asText()).isEqualTo("2K");
    assertThat(done.get("duration").asInt()).isEqualTo(5);
    assertThat(done.get("ratio").asText()).isEqualTo("16:9");
    assertThat(done.at("/usage/output_seconds").asInt()).isEqualTo(5);
    assertThat(done.get("task_type").asText()).isEqualTo("generation");
    assertThat(done.get("modality").asText()).isEqualTo("video");
    FilmFile film = film(done);
    assertThat(film.width()).isEqualTo(2560);
    assertThat(film.height()).isEqualTo(1440);
    assertThat(film.seconds()).isEqualTo(5, within(0.3));
    JsonNode entry = SANDBOX.control().get("/_sandbox/ledger").at("/entries/0");
    assertThat(entry.get("amount").asText()).isEqualTo("3.0");
  }

  @ParameterizedTest
  @CsvSource({"9:16, 480, 854", "1:1, 480, 480", "4:3, 640, 480", "21:9, 1120, 480"})
  void ratio_decidesTheShape(String ratio, int width, int height) throws Exception {
    String id = created(CREATE, MAX + ",\"resolution\":\"480P\",\"ratio\":\"" + ratio + "\"");
    pass(1000);
    FilmFile film = film(task(id));
    assertThat(film.width()).isEqualTo(width);
    assertThat(film.height()).isEqualTo(height);
  }

  @Test
  void adaptiveRatio_isThatOfTheFirstFrame() throws Exception {
    String frame =
        "{\"type\":\"image_url\",\"role\":\"first_frame\",\"image_url\":{\"url\":\""
            + Pictures.dataUrl("png", 300, 600)
            + "\"}}";
    String id =
        created(
            CREATE,
            "\"model\":\"MiniMax-H3-Max\",\"resolution\":\"480P\",\"content\":["
                + TEXT
                + ","
                + frame
                + "]");
    pass(1000);
    JsonNode done = task(id);
    assertThat(done.get("ratio").asText()).isEqualTo("adaptive");
    assertThat(done.at("/usage/input_image_count").asInt()).isEqualTo(1);
    FilmFile film = film(done);
    assertThat(film.width()).isEqualTo(480);
    assertThat(film.height()).isEqualTo(960);
  }

  @Test
  void storedInput_isTakenByItsPurposeAndOwner() throws Exception {
    byte[] bytes = {1, 2, 3};
    long right =
        SANDBOX
            .demo()
            .upload("video_generation_input", "a.mp4", bytes)
            .at("/file/file_id")
            .asLong();
    long wrong = SANDBOX.demo().upload("retrieval", "a.mp4", bytes).at("/file/file_id").asLong();
    String content =
        "\"model\":\"MiniMax-H3\",\"content\":["
            + TEXT
            + ",{\"type\":\"video_url\",\"role\":\"reference_video\",\"video_url\":{\"url\":\"mm_file://";
    assertThat(post(CREATE, content + right + "\"}}]").statusCode()).isEqualTo(200);
    assertRefused(post(CREATE, content + wrong + "\"}}]"), 400, "(2013)");
    assertRefused(post(CREATE, content + "x\"}}]"), 400, "(2013)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"content\":[" + TEXT + "]",
        "\"model\":\"MiniMax-H2\",\"content\":[" + TEXT + "]",
        "\"model\":\"MiniMax-H3\"",
        "\"model\":\"MiniMax-H3\",\"content\":[]",
        "\"model\":\"MiniMax-H3\",\"content\":[{\"type\":\"text\"}]",
        "\"model\":\"MiniMax-H3\",\"content\":[" + TEXT + "," + TEXT + "]",
        "\"model\":\"MiniMax-H3\",\"content\":[" + TEXT + "],\"ratio\":\"adaptive\"",
        "\"model\":\"MiniMax-H3\",\"content\":[" + TEXT + "],\"ratio\":\"2:1\"",
        "\"model\":\"MiniMax-H3\",\"content\":[" + TEXT + "],\"duration\":3",
        "\"model\":\"MiniMax-H3\",\"content\":[" + TEXT + "],\"duration\":16",
        "\"model\":\"MiniMax-H3\",\"content\":[" + TEXT + "],\"resolution\":\"480P\"",
        "\"model\":\"MiniMax-H3-Max\",\"content\":[" + TEXT + "],\"duration\":4",
        "\"model\":\"MiniMax-H3-Max\",\"content\":[" + TEXT + "],\"resolution\":\"2K\"",
        "\"model\":\"MiniMax-H3\",\"content\":["
            + TEXT
            + "],\"extra\":{\"prompt_expansion_mode\":\"quality\"}",
        "\"model\":\"MiniMax-H3-Max\",\"content\":["
            + TEXT
            + "],\"extra\":{\"prompt_expansion_mode\":\"best\"}",
        "\"model\":\"MiniMax-H3\",\"content\":["
            + TEXT
            + ",{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a.example/a\"}}]",
        "\"model\":\"MiniMax-H3\",\"content\":["
            + TEXT
            + ",{\"type\":\"image_url\",\"role\":\"reference_video\",\"image_url\":{\"url\":\"https://a.example/a\"}}]",
        "\"model\":\"MiniMax-H3\",\"content\":["
            + TEXT
            + ",{\"type\":\"audio_url\",\"role\":\"reference_audio\",\"audio_url\":{\"url\":\"a.mp3\"}}]",
        "\"model\":\"MiniMax-H3\",\"content\":["
            + TEXT
            + ",{\"type\":\"video_url\",\"role\":\"base_video\",\"video_url\":{\"url\":\"https://a.example/a\"}}]"
      })
  void wrongField_isRefusedWithStatus400(String fields) throws Exception {
    assertRefused(post(CREATE, fields), 400, "(2013)");
  }

  @Test
  void expansionMode_isTakenByTheMaxModel_andTextHasAtMost7000Characters() throws Exception {
    created(CREATE, MAX + ",\"extra\":{\"prompt_expansion_mode\":\"quality\"}");
    String longest = BOAT.replace("A boat", "b".repeat(7000));
    created(CREATE, longest);
    assertRefused(post(CREATE, longest.replace("\"bb", "\"bbb")), 400, "(2013)");
  }

  @Test
  void refusals_haveRealStatuses() throws Exception {
    assertRefused(post(CREATE, BOAT.replace("A boat", "prohibited-content")), 422, "(1026)");
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\",\"balance\":\"0\"}");
    assertRefused(post(CREATE, BOAT), 402, "(1008)");
  }

  @Test
  void failure_isShownWithItsCode_andCostsNothing() throws Exception {
    String failed = created(CREATE, BOAT.replace("A boat", "failed-task"));
    String prohibited = created(CREATE, BOAT.replace("A boat", "prohibited-output"));
    pass(1000);
    assertThat(task(failed).get("status").asText()).isEqualTo("failed");
    assertThat(task(failed).at("/error/code").asText()).isEqualTo("1000");
    assertThat(task(prohibited).at("/error/code").asText()).isEqualTo("1027");
    assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).isEmpty();
  }

  @Test
  void queuedTask_isCancelled_aRunningOneIsNot_andAnEndedOneIsDeleted() throws Exception {
    String cancelled = created(CREATE, BOAT);
    JsonNode deletion = json(delete(cancelled));
    assertThat(deletion.get("action").asText()).isEqualTo("cancelled");
    assertThat(deletion.get("status").asText()).isEqualTo("cancelled");
    assertThat(task(cancelled).get("status").asText()).isEqualTo("cancelled");
    String running = created(CREATE, BOAT.replace("A boat", "failed-task"));
    pass(500);
    assertRefused(delete(running), 400, "(2013)");
    pass(500);
    assertThat(json(delete(running)).get("action").asText()).isEqualTo("deleted");
    assertRefused(
        SANDBOX.demo().send(SANDBOX.demo().to(QUERY + "/" + running).GET()), 400, "(2013)");
    assertRefused(delete(running), 400, "(2013)");
    assertThat(task(cancelled).get("status").asText()).isEqualTo("cancelled");
  }

  @Test
  void task_isKnownForSevenDaysAndToItsOwnerOnly() throws Exception {
    String id = created(CREATE, BOAT.replace("A boat", "failed-task"));
    Caller other = SANDBOX.other();
    assertRefused(other.send(other.to(QUERY + "/" + id).GET()), 400, "(2013)");
    pass(604_000);
    assertThat(task(id).get("status").asText()).isEqualTo("failed");
    pass(800);
    assertRefused(SANDBOX.demo().send(SANDBOX.demo().to(QUERY + "/" + id).GET()), 400, "(2013)");
    assertThat(SANDBOX.demo().get(QUERY).get("total").asInt()).isZero();
  }

  @Test
  void list_isFilteredAndPaged_newestFirst() throws Exception {
    String first = created(CREATE, BOAT);
    pass(1);
    String second = created(CREATE, MAX);
    pass(1);
    String third = created("/v2/h3_context_ir", BOAT);
    delete(second);
    JsonNode all = SANDBOX.demo().get(QUERY);
    assertThat(all.get("total").asInt()).isEqualTo(3);
    assertThat(all.at("/items/0/id").asText()).isEqualTo(third);
    JsonNode page = SANDBOX.demo().get(QUERY + "?page_num=2&page_size=2");
    assertThat(page.get("items")).hasSize(1);
    assertThat(page.at("/items/0/id").asText()).isEqualTo(first);
    assertThat(page.get("total").asInt()).isEqualTo(3);
    assertThat(SANDBOX.demo().get(QUERY + "?filter.status=cancelled").at("/items/0/id").asText())
        .isEqualTo(second);
    assertThat(SANDBOX.demo().get(QUERY + "?filter.model=MiniMax-H3-Max").get("total").asInt())
        .isEqualTo(1);
    assertThat(SANDBOX.demo().get(QUERY + "?filter.task_type=h3_context_ir").get("total").asInt())
        .isEqualTo(1);
    String two = "?filter.task_ids=" + first + "&filter.task_ids=" + second;
    assertThat(SANDBOX.demo().get(QUERY + two).get("total").asInt()).isEqualTo(2);
    assertThat(
            SANDBOX
                .demo()
                .get(QUERY + "?filter.task_ids=" + first + "," + third)
                .get("total")
                .asInt())
        .isEqualTo(2);
    for (String wrong : new String[] {"?page_num=0", "?page_size=101", "?filter.status=done"}) {
      assertRefused(SANDBOX.demo().send(SANDBOX.demo().to(QUERY + wrong).GET()), 400, "(2013)");
    }
  }

  @Test
  void preparedPrompt_isTextAroundTheGivenOne() throws Exception {
    String id = created("/v2/h3_context_ir", BOAT);
    pass(1000);
    JsonNode done = task(id);
    assertThat(done.get("task_type").asText()).isEqualTo("h3_context_ir");
    assertThat(done.at("/content/prompt").asText()).contains("A boat");
    assertThat(done.at("/usage/total_tokens").asInt()).isPositive();
    assertThat(SANDBOX.control().get("/_sandbox/ledger").at("/entries/0/amount").asText())
        .isEqualTo("0.05");
  }

  @Test
  void regeneration_hasOneSource() throws Exception {
    String source = created(CREATE, MAX + ",\"resolution\":\"480P\",\"ratio\":\"1:1\"");
    String path = "/v2/video_regeneration";
    assertRefused(post(path, "\"source_task_id\":\"" + source + "\""), 400, "(2013)");
    pass(1000);
    String again = created(path, "\"source_task_id\":\"" + source + "\"");
    String base =
        "\"content\":[{\"type\":\"video_url\",\"role\":\"base_video\","
            + "\"video_url\":{\"url\":\"https://a.example/a.mp4\"}}]";
    String fromBase = created(path, base);
    assertRefused(post(path, "\"source_task_id\":\"" + source + "\"," + base), 400, "(2013)");
    assertRefused(post(path, ""), 400, "(2013)");
    assertThat(task(fromBase).get("resolution").asText()).isEqualTo("768P");
    delete(fromBase);
    pass(1000);
    JsonNode done = task(again);
    assertThat(done.get("task_type").asText()).isEqualTo("regeneration");
    assertThat(film(done).width()).isEqualTo(480);
  }

  @Test
  void receiver_isChallengedAndToldInTheFormOfTheQuery() throws Exception {
    try (CallbackReceiver receiver = new CallbackReceiver()) {
      String id =
          created(
              CREATE,
              BOAT.replace("A boat", "failed-task")
                  + ",\"callback_url\":\""
                  + receiver.url()
                  + "\"");
      pass(1000);
      assertThat(task(id).get("status").asText()).isEqualTo("failed");
      await().until(() -> receiver.news().size() == 2);
      assertThat(receiver.news().get(0).at("/task/status").asText()).isEqualTo("queued");
      assertThat(receiver.news().get(1).at("/task/status").asText()).isEqualTo("failed");
      assertThat(receiver.news().get(1).at("/task/id").asText()).isEqualTo(id);
    }
  }
}
