package dev.timbre.provider.client.wire.image;

import static dev.timbre.provider.client.wire.BrokenRequest.broken;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.timbre.provider.client.wire.BrokenRequest;
import dev.timbre.provider.client.wire.ImageInput;
import dev.timbre.provider.client.wire.SampleImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageLimitsTest {

  private static final int TEN_MB = 10 * 1024 * 1024;

  private static ImageRequest.Builder image() {
    return ImageRequest.of(ImageModel.IMAGE_01, "A lake");
  }

  private static ImageRequest.Builder live() {
    return ImageRequest.of(ImageModel.IMAGE_01_LIVE, "A lake");
  }

  static Stream<BrokenRequest> texts() {
    return Stream.of(
        broken(
            "prompt",
            "1501 characters long",
            "at most 1500",
            () -> ImageRequest.of(ImageModel.IMAGE_01, "湖".repeat(1501))),
        broken("prompt", "blank", "some text", () -> ImageRequest.of(ImageModel.IMAGE_01, " ")),
        broken("model", "blank", "some text", () -> new ImageModel("")),
        broken("n", "0", "1 to 9", () -> image().count(0)),
        broken("n", "10", "1 to 9", () -> image().count(10)),
        broken("width", "511", "512 to 2048", () -> image().size(511, 512)),
        broken("height", "2056", "512 to 2048", () -> image().size(512, 2056)),
        broken("width", "516", "a multiple of 8", () -> image().size(516, 512)),
        broken(
            "style.style_weight",
            "0.0",
            "above 0, at most 1",
            () -> ImageStyle.COMIC.withWeight(0)),
        broken(
            "style.style_weight",
            "1.1",
            "above 0, at most 1",
            () -> ImageStyle.COMIC.withWeight(1.1)),
        broken(
            "style.style_weight",
            "NaN",
            "above 0, at most 1",
            () -> ImageStyle.COMIC.withWeight(Double.NaN)));
  }

  static Stream<BrokenRequest> models() {
    return Stream.of(
        broken(
            "style",
            "漫画 with model image-01",
            "only with model image-01-live",
            () -> image().style(ImageStyle.COMIC).build()),
        broken(
            "aspect_ratio",
            "21:9 with model image-01-live",
            "only with model image-01",
            () -> live().aspectRatio(AspectRatio.CINEMA_21_9).build()),
        broken(
            "width",
            "512 with model image-01-live",
            "only with model image-01",
            () -> live().size(512, 512).build()));
  }

  static Stream<BrokenRequest> pictures() {
    return Stream.of(
        broken(
            "subject_reference.image_file",
            "WEBP",
            "JPEG, PNG",
            () -> image().characters(List.of(ImageInput.of(SampleImage.webp())))),
        broken(
            "subject_reference.image_file",
            TEN_MB + " bytes long",
            "fewer than " + TEN_MB + " bytes",
            () -> image().characters(List.of(ImageInput.of(padded(TEN_MB))))));
  }

  private static byte[] padded(int length) {
    return SampleImage.padded(SampleImage.png(1, 1), length);
  }

  @ParameterizedTest
  @MethodSource({"texts", "models", "pictures"})
  void valueOutsideItsLimit_isNamedWithFieldValueAndLimit(BrokenRequest row) {
    row.isRefused();
  }

  @Test
  void valuesOnTheirLimit_areAccepted() {
    assertThatCode(
            () -> {
              ImageRequest.of(ImageModel.IMAGE_01, "😀".repeat(1500)).count(1).count(9).build();
              image().size(512, 2048).build();
              image().aspectRatio(AspectRatio.CINEMA_21_9).build();
              live().style(ImageStyle.COMIC.withWeight(1)).build();
              image().characters(List.of(ImageInput.of(padded(TEN_MB - 1)))).build();
            })
        .doesNotThrowAnyException();
  }

  @Test
  void unknownModel_isLeftToTheProvider() {
    assertThatCode(
            () ->
                ImageRequest.of(new ImageModel("image-02"), "A lake")
                    .style(ImageStyle.of("素描"))
                    .size(512, 512)
                    .build())
        .doesNotThrowAnyException();
  }
}
