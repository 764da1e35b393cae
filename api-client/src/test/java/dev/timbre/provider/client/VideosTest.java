package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.ImageInput;
import dev.timbre.provider.client.wire.file.StoredFile;
import dev.timbre.provider.client.wire.video.CameraMove;
import dev.timbre.provider.client.wire.video.Resolution;
import dev.timbre.provider.client.wire.video.VideoModel;
import dev.timbre.provider.client.wire.video.VideoOrder;
import dev.timbre.provider.client.wire.video.VideoProgress;
import dev.timbre.provider.client.wire.video.VideoRequest;
import dev.timbre.provider.client.wire.video.VideoStatus;
import dev.timbre.provider.client.wire.video.VideoTaskId;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideosTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
  private static final VideoTaskId TASK = new VideoTaskId("424000000000011");
  private static final PollPace PACE = new PollPace(Duration.ofMillis(100), Duration.ofSeconds(20));

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private static String status(String word) {
    return "{\"task_id\":\"424000000000011\",\"status\":\"" + word + "\"," + OK;
  }

  @Test
  void order_sendsWhatIsAskedAndYieldsTheTask() {
    provider.answers("{\"task_id\":\"424000000000011\"," + OK);

    VideoOrder order =
        client
            .videos()
            .order(
                VideoRequest.of(VideoModel.HAILUO_2_3)
                    .prompt("A lake " + CameraMove.PAN_LEFT)
                    .build());

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/video_generation");
    assertThat(provider.onlyRequest().text())
        .isEqualTo("{\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A lake [Pan left]\"}");
    assertThat(order.task()).isEqualTo(TASK);
    assertThat(order.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void fullRequest_isWrittenAsTheContractShowsIt() {
    assertThat(
            VideoRequest.of(VideoModel.HAILUO_02)
                .prompt("A lake")
                .firstFrame(ImageInput.at(URI.create("https://media.example/first.png")))
                .lastFrame(ImageInput.at(URI.create("https://media.example/last.png")))
                .promptOptimizer(false)
                .fastPretreatment(true)
                .duration(10)
                .resolution(Resolution.P768)
                .callback(URI.create("https://timbre.example/callbacks/x"))
                .watermark(true)
                .build()
                .toJson())
        .hasToString(
            "{\"model\":\"MiniMax-Hailuo-02\",\"prompt\":\"A lake\","
                + "\"first_frame_image\":\"https://media.example/first.png\","
                + "\"last_frame_image\":\"https://media.example/last.png\","
                + "\"prompt_optimizer\":false,\"fast_pretreatment\":true,\"duration\":10,"
                + "\"resolution\":\"768P\",\"callback_url\":\"https://timbre.example/callbacks/x\","
                + "\"aigc_watermark\":true}");
  }

  @Test
  void subject_isWrittenAsTheContractShowsIt() {
    assertThat(
            VideoRequest.of(VideoModel.S2V_01)
                .subject(ImageInput.at(URI.create("https://media.example/anna.jpg")))
                .build()
                .toJson())
        .hasToString(
            "{\"model\":\"S2V-01\",\"subject_reference\":[{\"type\":\"character\","
                + "\"image\":[\"https://media.example/anna.jpg\"]}]}");
  }

  @Test
  void taskIdAsNumber_survivesBeyondDoublePrecision() {
    provider.answers("{\"task_id\":9007199254740993}");

    assertThat(
            client
                .videos()
                .order(VideoRequest.of(VideoModel.T2V_01).prompt("A lake").build())
                .task())
        .isEqualTo(new VideoTaskId("9007199254740993"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"task_id\":null,", "{\"task_id\":\" \",", "{\"task_id\":{},"})
  void orderWithoutTask_isUnreadable(String start) {
    provider.answers(start + OK);

    assertThatThrownBy(
            () ->
                client.videos().order(VideoRequest.of(VideoModel.T2V_01).prompt("A lake").build()))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("without task_id");
  }

  @Test
  void readyVideo_isReadWithItsFile() {
    provider.answers(
        "{\"task_id\":\"424000000000011\",\"status\":\"Success\",\"file_id\":\"424000000000987\","
            + "\"video_width\":1366,\"video_height\":768,\"surprise\":null,"
            + OK);

    VideoProgress progress = client.videos().query(TASK);

    assertThat(provider.onlyRequest().method()).isEqualTo("GET");
    assertThat(provider.onlyRequest().uri())
        .isEqualTo("/v1/query/video_generation?task_id=424000000000011");
    assertThat(progress.status()).isEqualTo(VideoStatus.SUCCESS);
    assertThat(progress.file()).contains(new FileId("424000000000987"));
    assertThat(progress.width()).hasValue(1366);
    assertThat(progress.height()).hasValue(768);
    assertThat(progress.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void answerWithOddTypesAndWithoutEnvelope_isRead() {
    provider.answers(
        "{\"status\":\"success\",\"file_id\":9007199254740993,\"video_width\":\"1366\","
            + "\"video_height\":null}");

    VideoProgress progress = client.videos().query(TASK);

    assertThat(progress.file()).contains(new FileId("9007199254740993"));
    assertThat(progress.width()).hasValue(1366);
    assertThat(progress.height()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Preparing,false,false",
    "Queueing,false,false",
    "Processing,false,false",
    "processing,false,false",
    "Dreaming,false,false",
    "Fail,false,true",
    "fail,false,true",
    "Failed,false,true",
    "failed,false,true",
    "FAILED,false,true",
    "Unknown,false,true"
  })
  void statusWords_areUnderstoodInAnyCase(String word, boolean success, boolean failure) {
    provider.answers(status(word));

    VideoProgress progress = client.videos().query(TASK);

    assertThat(progress.status().isSuccess()).isEqualTo(success);
    assertThat(progress.status().isFailure()).isEqualTo(failure);
    assertThat(progress.status().isFinal()).isEqualTo(success || failure);
    assertThat(progress.file()).isEmpty();
  }

  @Test
  void fileOfUnfinishedVideo_isNoFile() {
    provider.answers("{\"status\":\"Processing\",\"file_id\":\"0\"," + OK);

    assertThat(client.videos().query(TASK).file()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|without status",
        "{\"status\":null,|without status",
        "{\"status\":\"Success\",|without file_id",
        "{\"status\":\"Success\",\"file_id\":\"\",|without file_id"
      })
  void progressThatSaysTooLittle_isUnreadable(String start, String reason) {
    provider.answers(start + OK);

    assertThatThrownBy(() -> client.videos().query(TASK))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining(reason);
  }

  @Test
  void await_asksUntilTheVideoIsReady() throws InterruptedException {
    provider.answersInTurn(
        status("Preparing"),
        "{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit\"}}",
        status("Processing"),
        "{\"status\":\"Success\",\"file_id\":\"424000000000987\"," + OK);

    VideoProgress progress = client.videos().await(TASK, PACE);

    assertThat(progress.file()).contains(new FileId("424000000000987"));
    assertThat(provider.requests()).hasSize(4);
  }

  @Test
  void await_endsWithTheFailureOfTheVideo() throws InterruptedException {
    provider.answersInTurn(status("Queueing"), status("Fail"));

    assertThat(client.videos().await(TASK, PACE).status()).isEqualTo(VideoStatus.FAIL);
  }

  @Test
  void await_endsWithARefusalThatNoRepeatMends() {
    provider.answersInTurn(
        status("Processing"),
        "{\"base_resp\":{\"status_code\":1027,\"status_msg\":\"output new_sensitive\"}}");

    ProviderRefused refused =
        catchThrowableOfType(ProviderRefused.class, () -> client.videos().await(TASK, PACE));

    assertThat(refused.code()).contains(new ErrorCode(1027));
    assertThat(provider.requests()).hasSize(2);
  }

  @Test
  void await_yieldsTheLastAnswerWhenTheTimeIsUp() throws InterruptedException {
    provider.answers(status("Processing"));

    VideoProgress progress =
        client.videos().await(TASK, new PollPace(Duration.ofMillis(100), Duration.ofMillis(1)));

    assertThat(progress.status()).isEqualTo(VideoStatus.PROCESSING);
    provider.onlyRequest();
  }

  @Test
  void readyVideo_isFetchedByItsFile() {
    provider.answersInTurn(
        "{\"status\":\"Success\",\"file_id\":\"424000000000987\"," + OK,
        "{\"file\":{\"file_id\":424000000000987,\"bytes\":5,\"created_at\":1790000900,"
            + "\"filename\":\"output.mp4\",\"purpose\":\"video_generation\",\"download_url\":\""
            + provider.uri("/v.mp4?Signature=x")
            + "\"},"
            + OK,
        "video");
    ByteArrayOutputStream video = new ByteArrayOutputStream();

    FileId id = client.videos().query(TASK).file().orElseThrow();
    StoredFile file = client.files().retrieve(id).file();
    DownloadRules rules =
        DownloadRules.of(StubProvider.endpoint(provider.uri("")), List.of(), 1000);
    new ProviderDownload(rules).fetch(file.downloadUrl().orElseThrow(), video);

    assertThat(video).hasToString("video");
    assertThat(provider.requests())
        .extracting(StubProvider.Received::uri)
        .containsExactly(
            "/v1/query/video_generation?task_id=424000000000011",
            "/v1/files/retrieve?file_id=424000000000987",
            "/v.mp4?Signature=x");
  }

  @Test
  void cameraMoves_standInBrackets() {
    assertThat(CameraMove.together(CameraMove.TRUCK_RIGHT, CameraMove.ZOOM_IN))
        .isEqualTo("[Truck right,Zoom in]");
    assertThat(new CameraMove("Somersault")).hasToString("[Somersault]");
  }
}
