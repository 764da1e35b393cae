package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.wire.ImageFormat;
import dev.timbre.provider.client.wire.ImageInput;
import dev.timbre.provider.client.wire.image.AspectRatio;
import dev.timbre.provider.client.wire.image.ImageAnswer;
import dev.timbre.provider.client.wire.image.ImageModel;
import dev.timbre.provider.client.wire.image.ImageRequest;
import dev.timbre.provider.client.wire.image.ImageStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private ImageAnswer draw() {
    return client.images().draw(ImageRequest.of(ImageModel.IMAGE_01, "A lake").build());
  }

  @Test
  void addresses_areRead() {
    provider.answers(
        "{\"id\":\"04d9f0\",\"data\":{\"image_urls\":[\"https://oss.example/i/1.jpeg?sig=x\"]},"
            + "\"metadata\":{\"success_count\":\"1\",\"failed_count\":\"0\"},"
            + OK);

    ImageAnswer answer = draw();

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/image_generation");
    assertThat(provider.onlyRequest().text())
        .isEqualTo("{\"model\":\"image-01\",\"prompt\":\"A lake\",\"response_format\":\"url\"}");
    assertThat(answer.id()).contains("04d9f0");
    assertThat(answer.urls().get(0).uri()).hasToString("https://oss.example/i/1.jpeg?sig=x");
    assertThat(answer.toString()).doesNotContain("sig=x");
    assertThat(answer.images()).isEmpty();
    assertThat(answer.successCount()).hasValue(1);
    assertThat(answer.failedCount()).hasValue(0);
    assertThat(answer.isPartial()).isFalse();
    assertThat(answer.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void fullRequest_isWrittenAsTheContractShowsIt() {
    assertThat(
            ImageRequest.of(ImageModel.IMAGE_01_LIVE, "A lake")
                .style(ImageStyle.WATERCOLOUR.withWeight(0.5))
                .aspectRatio(AspectRatio.WIDE_16_9)
                .embedded()
                .seed(7)
                .count(3)
                .promptOptimizer(true)
                .watermark(false)
                .characters(List.of(ImageInput.at(URI.create("https://media.example/anna.png"))))
                .build()
                .toJson())
        .hasToString(
            "{\"model\":\"image-01-live\",\"prompt\":\"A lake\",\"style\":{\"style_type\":\"水彩\","
                + "\"style_weight\":0.5},\"aspect_ratio\":\"16:9\",\"response_format\":\"base64\","
                + "\"seed\":7,\"n\":3,\"prompt_optimizer\":true,\"subject_reference\":["
                + "{\"type\":\"character\",\"image_file\":\"https://media.example/anna.png\"}],"
                + "\"aigc_watermark\":false}");
    assertThat(
            ImageRequest.of(ImageModel.IMAGE_01, "A lake")
                .aspectRatio(AspectRatio.SQUARE)
                .size(512, 2048)
                .build()
                .toJson())
        .hasToString(
            "{\"model\":\"image-01\",\"prompt\":\"A lake\",\"width\":512,\"height\":2048,"
                + "\"response_format\":\"url\"}");
  }

  @Test
  void embeddedImages_areDecodedAndToldByTheirBytes() throws IOException {
    provider.answers(
        "{\"id\":4900000000000000123,\"data\":{\"image_base64\":[\"/9j/4A==\",\"iVBORw0KGgo=\"]},"
            + "\"metadata\":{\"success_count\":2,\"failed_count\":0},\"more\":[1],"
            + OK);

    ImageAnswer answer = draw();

    assertThat(answer.id()).contains("4900000000000000123");
    assertThat(answer.images()).hasSize(2);
    assertThat(answer.images().get(0).format()).contains(ImageFormat.JPEG);
    assertThat(answer.images().get(1).format()).contains(ImageFormat.PNG);
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    answer.images().get(0).writeTo(written);
    assertThat(written.toByteArray()).isEqualTo(jpeg);
    assertThat(answer.images().get(0).open()).hasBinaryContent(jpeg);
    assertThat(answer.images().get(0).size()).isEqualTo(4);
    assertThat(answer.isPartial()).isFalse();
  }

  @Test
  void partialFailure_isVisible() {
    provider.answers(
        "{\"data\":{\"image_urls\":[\"https://oss.example/1.jpeg\"]},"
            + "\"metadata\":{\"success_count\":1,\"failed_count\":2},"
            + OK);

    ImageAnswer answer = draw();

    assertThat(answer.drawnCount()).isEqualTo(1);
    assertThat(answer.failedCount()).hasValue(2);
    assertThat(answer.isPartial()).isTrue();
  }

  @Test
  void imagesFewerThanCounted_arePartialToo() {
    provider.answers(
        "{\"data\":{\"image_urls\":[\"https://oss.example/1.jpeg\",null]},"
            + "\"metadata\":{\"success_count\":\"2\"}}");

    assertThat(draw().isPartial()).isTrue();
  }

  @Test
  void answerInWhichAllFailed_isAnAnswer() {
    provider.answers(
        "{\"data\":null,\"metadata\":{\"success_count\":\"0\",\"failed_count\":\"3\"}," + OK);

    ImageAnswer answer = draw();

    assertThat(answer.drawnCount()).isZero();
    assertThat(answer.isPartial()).isTrue();
  }

  @Test
  void answerWithoutMetadata_isReadFromItsImages() {
    provider.answers("{\"data\":{\"image_urls\":\"https://oss.example/1.jpeg\"}}");

    ImageAnswer answer = draw();

    assertThat(answer.drawnCount()).isEqualTo(1);
    assertThat(answer.successCount()).isEmpty();
    assertThat(answer.isPartial()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"data\":null,",
        "{\"data\":{},\"metadata\":{\"failed_count\":0},",
        "{\"data\":{\"image_urls\":[]},",
        "{\"data\":{\"image_urls\":[\"ftp://oss.example/1\"]},",
        "{\"data\":{\"image_urls\":[\"not an address\"]},",
        "{\"data\":{\"image_base64\":[\"/9j/4A==\",\"/9j*\"]},",
        "{\"data\":{\"image_base64\":[\"/9j/4A\\n==\"]},"
      })
  void successWithoutUsableImages_isUnreadable(String start) {
    provider.answers(start + OK);

    assertThatThrownBy(this::draw).isInstanceOf(ProviderAnswerUnreadable.class);
  }

  @Test
  void imageBeyondEverySize_isRefusedUndecoded() {
    provider.answers(
        "{\"data\":{\"image_base64\":[\"" + "A".repeat(45 * 1024 * 1024) + "\"]}," + OK);

    assertThatThrownBy(this::draw)
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("larger than");
  }
}
