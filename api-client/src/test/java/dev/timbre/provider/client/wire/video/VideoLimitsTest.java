package dev.timbre.provider.client.wire.video;

import static dev.timbre.provider.client.wire.BrokenRequest.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.timbre.provider.client.wire.BrokenRequest;
import dev.timbre.provider.client.wire.ImageInput;
import dev.timbre.provider.client.wire.SampleImage;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VideoLimitsTest {

  private static final int TWENTY_MB = 20 * 1024 * 1024;
  private static final ImageInput PICTURE = ImageInput.at(URI.create("https://media.example/a"));

  private static VideoRequest.Builder words(VideoModel model) {
    return VideoRequest.of(model).prompt("A lake");
  }

  static Stream<BrokenRequest> texts() {
    return Stream.of(
        broken("prompt", "missing", "some text", () -> VideoRequest.of(VideoModel.T2V_01).build()),
        broken("prompt", "blank", "some text", () -> words(VideoModel.T2V_01).prompt(" ")),
        broken(
            "prompt",
            "2001 characters long",
            "at most 2000",
            () -> words(VideoModel.T2V_01).prompt("湖".repeat(2001))),
        broken(
            "callback_url",
            "an address of scheme ftp",
            "http or https with a host",
            () -> words(VideoModel.T2V_01).callback(URI.create("ftp://timbre.example"))),
        broken(
            "duration",
            "0",
            "1 to 2147483647",
            () -> words(new VideoModel("MiniMax-H9")).duration(0)),
        broken("resolution", "blank", "some text", () -> new Resolution(" ")),
        broken("task_id", "blank", "some text", () -> new VideoTaskId(" ")));
  }

  static Stream<BrokenRequest> models() {
    return Stream.of(
        broken(
            "first_frame_image",
            "missing",
            "required by model I2V-01",
            () -> words(VideoModel.I2V_01).build()),
        broken(
            "first_frame_image",
            "missing",
            "required by model MiniMax-Hailuo-2.3-Fast",
            () -> words(VideoModel.HAILUO_2_3_FAST).build()),
        broken(
            "subject_reference",
            "missing",
            "required by model S2V-01",
            () -> words(VideoModel.S2V_01).build()),
        broken(
            "subject_reference",
            "present",
            "not taken by model T2V-01",
            () -> words(VideoModel.T2V_01).subject(PICTURE).build()),
        broken(
            "last_frame_image",
            "present",
            "not taken by model MiniMax-Hailuo-2.3",
            () -> words(VideoModel.HAILUO_2_3).lastFrame(PICTURE).build()),
        broken(
            "fast_pretreatment",
            "present",
            "not taken by model T2V-01",
            () -> words(VideoModel.T2V_01).fastPretreatment(true).build()),
        broken(
            "resolution",
            "512P without first_frame_image",
            "768P, 1080P",
            () -> words(VideoModel.HAILUO_02).resolution(Resolution.P512).build()));
  }

  static Stream<BrokenRequest> pictures() {
    return Stream.of(
        picture("first_frame_image", "300x700 pixels", "shorter side above 300 pixels", 300, 700),
        picture("first_frame_image", "301x753 pixels", "width to height from 2:5 to 5:2", 301, 753),
        picture("first_frame_image", "753x301 pixels", "width to height from 2:5 to 5:2", 753, 301),
        broken(
            "last_frame_image",
            TWENTY_MB + " bytes long",
            "fewer than " + TWENTY_MB + " bytes",
            () -> words(VideoModel.HAILUO_02).lastFrame(padded(TWENTY_MB))),
        broken(
            "subject_reference.image",
            "of an unknown format",
            "JPEG, PNG, WEBP",
            () -> words(VideoModel.S2V_01).subject(ImageInput.of(new byte[] {'G', 'I', 'F'}))));
  }

  private static BrokenRequest picture(
      String field, String value, String limit, int width, int height) {
    ImageInput input = ImageInput.of(SampleImage.jpeg(width, height));
    return broken(field, value, limit, () -> words(VideoModel.I2V_01).firstFrame(input));
  }

  private static ImageInput padded(int length) {
    return ImageInput.of(SampleImage.padded(SampleImage.png(400, 400), length));
  }

  static Stream<BrokenRequest> templates() {
    return Stream.of(
        broken(
            "media_inputs",
            "missing",
            "required by template 392747428568649728",
            () -> TemplateRequest.of(VideoTemplate.DIVING, List.of(), List.of("a"))),
        broken(
            "text_inputs",
            "missing",
            "required by template 393769180141805569",
            () -> TemplateRequest.of(VideoTemplate.RUN_FOR_LIFE, List.of(PICTURE), List.of())),
        broken(
            "text_inputs.value",
            "blank",
            "some text",
            () -> TemplateRequest.of(VideoTemplate.HARD_LIFE, List.of(), List.of(""))),
        broken(
            "media_inputs.value",
            "of an unknown format",
            "JPEG, PNG, WEBP",
            () ->
                TemplateRequest.of(
                    VideoTemplate.DIVING, List.of(ImageInput.of(new byte[3])), List.of())),
        broken("template_id", "blank", "some text", () -> VideoTemplate.of("")));
  }

  @ParameterizedTest
  @MethodSource({"texts", "models", "pictures", "templates"})
  void valueOutsideItsLimit_isNamedWithFieldValueAndLimit(BrokenRequest row) {
    row.isRefused();
  }

  /** Every known model with every known resolution, or with none, and every duration. */
  @ParameterizedTest
  @CsvSource({
    "MiniMax-Hailuo-2.3,      6 10,    -, -,    6 10, 6",
    "MiniMax-Hailuo-2.3-Fast, 6 10,    -, -,    6 10, 6",
    "MiniMax-Hailuo-02,       6 10, 6 10, -,    6 10, 6",
    "T2V-01-Director,            6,    -, 6,       -, -",
    "T2V-01,                     6,    -, 6,       -, -",
    "I2V-01-Director,            6,    -, 6,       -, -",
    "I2V-01-live,                6,    -, 6,       -, -",
    "I2V-01,                     6,    -, 6,       -, -",
    "S2V-01,                     6,    -, 6,       -, -"
  })
  void durationAndResolution_areCheckedForEachModel(
      String model, String unsaid, String p512, String p720, String p768, String p1080) {
    VideoModel named = new VideoModel(model);
    assertThat(accepted(named, null)).isEqualTo(unsaid);
    assertThat(accepted(named, Resolution.P512)).isEqualTo(p512);
    assertThat(accepted(named, Resolution.P720)).isEqualTo(p720);
    assertThat(accepted(named, Resolution.P768)).isEqualTo(p768);
    assertThat(accepted(named, Resolution.P1080)).isEqualTo(p1080);
  }

  private static String accepted(VideoModel model, Resolution resolution) {
    List<String> durations =
        Stream.of(5, 6, 8, 10, 11)
            .filter(seconds -> accepts(model, resolution, seconds))
            .map(String::valueOf)
            .toList();
    return durations.isEmpty() ? "-" : String.join(" ", durations);
  }

  private static boolean accepts(VideoModel model, Resolution resolution, int seconds) {
    VideoRequest.Builder request = words(model).duration(seconds).firstFrame(PICTURE);
    if (resolution != null) {
      request.resolution(resolution);
    }
    if (model.equals(VideoModel.S2V_01)) {
      request.subject(PICTURE);
    }
    try {
      request.build();
      return true;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }

  @Test
  void valuesOnTheirLimit_areAccepted() {
    assertThatCode(
            () -> {
              words(VideoModel.HAILUO_2_3).prompt("😀".repeat(2000)).build();
              words(VideoModel.HAILUO_02).lastFrame(padded(TWENTY_MB - 1)).build();
              words(VideoModel.I2V_01).firstFrame(ImageInput.of(SampleImage.png(302, 755))).build();
              words(VideoModel.I2V_01).firstFrame(ImageInput.of(SampleImage.png(755, 302))).build();
              words(VideoModel.I2V_01).firstFrame(ImageInput.of(SampleImage.webp())).build();
              VideoRequest.of(VideoModel.HAILUO_02).lastFrame(PICTURE).build();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void unknownModelAndUnknownResolution_areLeftToTheProvider() {
    assertThatCode(
            () -> {
              words(new VideoModel("MiniMax-Hailuo-9")).duration(30).lastFrame(PICTURE).build();
              words(VideoModel.HAILUO_2_3).resolution(new Resolution("4K")).duration(10).build();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void knownTemplates_sayWhatTheyNeed() {
    assertThat(VideoTemplate.DIVING.needsMedia()).isTrue();
    assertThat(VideoTemplate.DIVING.needsText()).isFalse();
    assertThat(VideoTemplate.RUN_FOR_LIFE.needsText()).isTrue();
    assertThat(VideoTemplate.HARD_LIFE.needsMedia()).isFalse();
    assertThat(VideoTemplate.of("401431000000000001").needsMedia()).isFalse();
  }

  @Test
  void textForms_tellNoText() {
    assertThat(VideoRequest.of(VideoModel.T2V_01).prompt("top secret").build().toString())
        .doesNotContain("secret");
    assertThat(
            TemplateRequest.of(VideoTemplate.HARD_LIFE, List.of(), List.of("top secret"))
                .toString())
        .doesNotContain("secret");
  }
}
