package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.callback.BatchNotification;
import dev.timbre.provider.client.callback.CallbackReceiver;
import dev.timbre.provider.client.callback.VideoNotification;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.batch.BatchStatus;
import dev.timbre.provider.client.wire.video.VideoStatus;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A notification is a hint; what counts is what the provider answers when asked. */
class CallbackConfirmationTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private static VideoNotification saidToBeReady() {
    byte[] body =
        "{\"task_id\":\"424000000000011\",\"status\":\"success\",\"file_id\":\"666\"}"
            .getBytes(StandardCharsets.UTF_8);
    return (VideoNotification) new CallbackReceiver(id -> true).read(body);
  }

  @Test
  void confirmation_yieldsWhatTheProviderSays() {
    provider.answers("{\"task_id\":\"424000000000011\",\"status\":\"Processing\"," + OK);

    assertThat(saidToBeReady().confirm(client.videos()).status()).isEqualTo(VideoStatus.PROCESSING);
    assertThat(provider.onlyRequest().uri())
        .isEqualTo("/v1/query/video_generation?task_id=424000000000011");
  }

  @Test
  void confirmationOfTemplateVideo_asksForTheTemplateTask() {
    provider.answers(
        "{\"status\":\"Success\",\"video_url\":\"https://oss.example/t.mp4?sig=x\"," + OK);

    assertThat(saidToBeReady().confirmTemplate(client.videos()).video()).isPresent();
    assertThat(provider.onlyRequest().uri())
        .isEqualTo("/v1/query/video_template_generation?task_id=424000000000011");
  }

  @Test
  void confirmationOfBatch_asksForTheBatch() {
    provider.answers("{\"id\":\"batch_00af\",\"object\":\"batch\",\"status\":\"in_progress\"}");
    byte[] body =
        "{\"id\":\"batch_00af\",\"status\":\"completed\"}".getBytes(StandardCharsets.UTF_8);
    BatchNotification said = (BatchNotification) new CallbackReceiver(id -> true).read(body);

    assertThat(said.confirm(client.batches()).status()).isEqualTo(BatchStatus.IN_PROGRESS);
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/batches/batch_00af");
  }

  @Test
  void confirmationOfATaskThatIsNone_isRefused() {
    provider.answers(
        "{\"base_resp\":{\"status_code\":2013,\"status_msg\":\"invalid params, task_id\"}}");

    assertThatThrownBy(() -> saidToBeReady().confirm(client.videos()))
        .isInstanceOf(ProviderRefused.class);
  }
}
