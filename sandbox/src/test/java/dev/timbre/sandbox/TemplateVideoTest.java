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
import org.junit.jupiter.params.provider.ValueSource;

class TemplateVideoTest {
  private static final String MEDIA = "\"media_inputs\":[{\"value\":\"https://a.example/a.png\"}]";
  private static final String DIVING = "\"template_id\":\"392747428568649728\"," + MEDIA;
  private static final String RUN = "\"template_id\":\"393769180141805569\"," + MEDIA;

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  /** Nothing is finished before the clock is moved. */
  @BeforeEach
  void takeTime() throws Exception {
    SANDBOX.control().post("/_sandbox/settings", "{\"taskSeconds\":1000}");
  }

  private static JsonNode create(String fields) throws IOException {
    return SANDBOX.demo().post("/v1/video_template_generation", "{" + fields + "}");
  }

  private static JsonNode query(String taskId) throws IOException {
    return SANDBOX.demo().get("/v1/query/video_template_generation?task_id=" + taskId);
  }

  private static void pass(int seconds) throws IOException {
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":" + seconds + "}");
  }

  private static HttpResponse<byte[]> fetch(String link) throws IOException {
    URI uri = URI.create(link);
    return SANDBOX.control().send(SANDBOX.control().to(uri.getPath() + "?" + uri.getQuery()).GET());
  }

  @Test
  void task_goesThroughItsStatesToALinkThatLivesNineHours() throws Exception {
    String task = create(DIVING).get("task_id").asText();
    assertThat(query(task).get("status").asText()).isEqualTo("Preparing");
    pass(500);
    assertThat(query(task).get("status").asText()).isEqualTo("Processing");
    assertThat(query(task).get("video_url").asText()).isEmpty();
    pass(500);
    JsonNode done = query(task);
    assertThat(done.get("status").asText()).isEqualTo("Success");
    String link = done.get("video_url").asText();
    HttpResponse<byte[]> film = fetch(link);
    assertThat(film.headers().firstValue("Content-Type")).contains("video/mp4");
    assertThat(FilmFile.of(film.body()).seconds()).isEqualTo(6, within(0.3));
    JsonNode entry = SANDBOX.control().get("/_sandbox/ledger").at("/entries/0");
    assertThat(entry.get("kind").asText()).isEqualTo("video");
    assertThat(entry.get("amount").asText()).isEqualTo("2");
    pass(32_400);
    assertThat(fetch(link).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"media_inputs\":[{\"value\":\"https://a.example/a.png\"}]",
        "\"template_id\":\"12\"," + MEDIA,
        "\"template_id\":392747428568649728," + MEDIA,
        "\"template_id\":\"392747428568649728\"",
        "\"template_id\":\"392747428568649728\",\"media_inputs\":[{}]",
        "\"template_id\":\"392747428568649728\",\"media_inputs\":[{\"value\":\"a.png\"}]",
        "\"template_id\":\"393769180141805569\"," + MEDIA,
        "\"template_id\":\"393769180141805569\",\"text_inputs\":[{\"value\":\"a lion\"}]"
      })
  void unknownTemplateOrMissingInput_isRefusedWith2013(String fields) throws Exception {
    assertThat(Caller.code(create(fields))).isEqualTo(2013);
  }

  @Test
  void textAndPicture_satisfyTheTemplateThatNeedsBoth() throws Exception {
    String text = ",\"text_inputs\":[{\"value\":\"a lion\"}]";
    assertThat(Caller.code(create(RUN + text))).isZero();
  }

  @Test
  void failure_isProvokedByWords_andTold() throws Exception {
    try (CallbackReceiver receiver = new CallbackReceiver()) {
      String fields =
          RUN
              + ",\"text_inputs\":[{\"value\":\"failed-task\"}],\"callback_url\":\""
              + receiver.url()
              + "\"";
      String task = create(fields).get("task_id").asText();
      pass(1000);
      assertThat(query(task).get("status").asText()).isEqualTo("Fail");
      assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).isEmpty();
      await().until(() -> receiver.news().size() == 2);
      assertThat(receiver.news().get(1).get("status").asText()).isEqualTo("Fail");
      assertThat(receiver.news().get(1).get("task_id").asText()).isEqualTo(task);
    }
  }

  @Test
  void unknownTask_isRefused() throws Exception {
    assertThat(Caller.code(query("12"))).isEqualTo(2013);
  }
}
