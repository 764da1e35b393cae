package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.wire.ImageInput;
import dev.timbre.provider.client.wire.video.TemplateProgress;
import dev.timbre.provider.client.wire.video.TemplateRequest;
import dev.timbre.provider.client.wire.video.VideoStatus;
import dev.timbre.provider.client.wire.video.VideoTaskId;
import dev.timbre.provider.client.wire.video.VideoTemplate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateVideosTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
  private static final VideoTaskId TASK = new VideoTaskId("424000000000033");

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  @Test
  void order_isWrittenAsTheContractShowsIt() {
    provider.answers("{\"task_id\":\"424000000000033\"," + OK);

    VideoTaskId task =
        client
            .videos()
            .orderFromTemplate(
                TemplateRequest.of(
                        VideoTemplate.RUN_FOR_LIFE,
                        List.of(ImageInput.at(URI.create("https://media.example/cat.jpg"))),
                        List.of("tiger"))
                    .withCallback(URI.create("https://timbre.example/callbacks/x")))
            .task();

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/video_template_generation");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"template_id\":\"393769180141805569\",\"media_inputs\":["
                + "{\"value\":\"https://media.example/cat.jpg\"}],"
                + "\"text_inputs\":[{\"value\":\"tiger\"}],"
                + "\"callback_url\":\"https://timbre.example/callbacks/x\"}");
    assertThat(task).isEqualTo(TASK);
  }

  @Test
  void unknownTemplate_passesThrough() {
    assertThat(
            TemplateRequest.of(VideoTemplate.of("401431000000000001"), List.of(), List.of())
                .toJson())
        .hasToString("{\"template_id\":\"401431000000000001\"}");
  }

  @Test
  void readyVideo_isReadWithItsAddress() {
    provider.answers(
        "{\"task_id\":\"424000000000033\",\"status\":\"Success\","
            + "\"video_url\":\"https://oss.example/t.mp4?sig=x\",\"surprise\":[],"
            + OK);

    TemplateProgress progress = client.videos().queryTemplate(TASK);

    assertThat(provider.onlyRequest().method()).isEqualTo("GET");
    assertThat(provider.onlyRequest().uri())
        .isEqualTo("/v1/query/video_template_generation?task_id=424000000000033");
    assertThat(progress.status()).isEqualTo(VideoStatus.SUCCESS);
    assertThat(progress.video().orElseThrow().uri()).hasToString("https://oss.example/t.mp4?sig=x");
    assertThat(progress.toString()).doesNotContain("sig=x");
    assertThat(progress.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void unfinishedAnswerWithNullsAndWithoutEnvelope_isRead() {
    provider.answers("{\"task_id\":424000000000033,\"status\":\"preparing\",\"video_url\":null}");

    TemplateProgress progress = client.videos().queryTemplate(TASK);

    assertThat(progress.status()).isEqualTo(VideoStatus.PREPARING);
    assertThat(progress.video()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\":\"\",|without status",
        "{\"status\":\"Success\",|without video_url",
        "{\"status\":\"Success\",\"video_url\":\"file:///etc/passwd\",|without video_url"
      })
  void progressThatSaysTooLittle_isUnreadable(String start, String reason) {
    provider.answers(start + OK);

    assertThatThrownBy(() -> client.videos().queryTemplate(TASK))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining(reason);
  }

  @Test
  void await_asksUntilTheVideoIsReadyOrHasFailed() throws InterruptedException {
    provider.answersInTurn(
        "{\"status\":\"Processing\"," + OK, "{\"status\":\"Fail\",\"video_url\":\"\"," + OK);

    TemplateProgress progress =
        client
            .videos()
            .awaitTemplate(TASK, new PollPace(Duration.ofMillis(100), Duration.ofSeconds(20)));

    assertThat(progress.status()).isEqualTo(VideoStatus.FAIL);
    assertThat(provider.requests()).hasSize(2);
  }
}
