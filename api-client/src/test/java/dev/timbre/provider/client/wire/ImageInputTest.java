package dev.timbre.provider.client.wire;

import static dev.timbre.provider.client.wire.BrokenRequest.broken;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageInputTest {

  private static final Set<ImageFormat> ALL = EnumSet.allOf(ImageFormat.class);
  private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0};

  @Test
  void bytes_travelAsDataUrlOfTheirOwnFormat() {
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};

    assertThat(ImageInput.of(jpeg).value()).isEqualTo("data:image/jpeg;base64,/9j/4A==");
    assertThat(ImageInput.of(SampleImage.png(1, 1)).value()).startsWith("data:image/png;base64,");
    assertThat(ImageInput.of(SampleImage.webp()).value()).startsWith("data:image/webp;base64,");
  }

  @Test
  void dataUrl_isNamedAfterItsBytesWhateverItClaims() {
    ImageInput input = ImageInput.ofDataUrl("DATA:image/png;base64,/9j/4A==");

    assertThat(input.value()).isEqualTo("data:image/jpeg;base64,/9j/4A==");
    assertThat(input.require("image_file", Set.of(ImageFormat.JPEG), 5)).isSameAs(input);
  }

  @Test
  void sizes_areReadFromTheHead() {
    assertThat(ImageInput.of(SampleImage.png(301, 700)).size()).contains(new ImageSize(301, 700));
    assertThat(ImageInput.of(SampleImage.jpeg(640, 320)).size()).contains(new ImageSize(640, 320));
    assertThat(ImageInput.of(SampleImage.webp()).size()).isEmpty();
    assertThat(ImageInput.of(SampleImage.padded(SampleImage.png(9, 9), 20)).size()).isEmpty();
    assertThat(ImageInput.of(new byte[0]).size()).isEmpty();
    assertThat(ImageInput.at(URI.create("https://media.example/a.png")).size()).isEmpty();
  }

  static Stream<BrokenRequest> unusable() {
    ImageInput png = ImageInput.of(SampleImage.png(1, 1));
    int bytes = SampleImage.png(1, 1).length;
    return Stream.of(
        broken(
            "f",
            "of an unknown format",
            "JPEG, PNG, WEBP",
            () -> ImageInput.of(GIF).require("f", ALL, 1000)),
        broken("f", "PNG", "JPEG", () -> png.require("f", Set.of(ImageFormat.JPEG), 1000)),
        broken(
            "f",
            bytes + " bytes long",
            "fewer than " + bytes + " bytes",
            () -> png.require("f", ALL, bytes)),
        broken(
            "f",
            "an address of scheme file",
            "http or https with a host",
            () -> ImageInput.at(URI.create("file:///etc/passwd")).require("f", ALL, 1000)),
        broken(
            "image",
            "no data URL in Base64",
            "data:image/…;base64,…",
            () -> ImageInput.ofDataUrl("https://media.example/a.png")),
        broken(
            "image",
            "no data URL in Base64",
            "data:image/…;base64,…",
            () -> ImageInput.ofDataUrl("data:image/png,%89PNG")),
        broken(
            "image",
            "a data URL with damaged Base64",
            "data:image/…;base64,… in whole",
            () -> ImageInput.ofDataUrl("data:image/png;base64,iVBO*")));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void inputThatNoProviderTakes_isRefused(BrokenRequest row) {
    row.isRefused();
  }

  @Test
  void textForm_showsNeitherImageNorSignature() {
    byte[] png = SampleImage.png(1, 1);

    assertThat(ImageInput.at(URI.create("https://media.example/a.png?sig=x")).toString())
        .contains("media.example")
        .doesNotContain("sig");
    assertThat(ImageInput.of(png).toString())
        .contains(png.length + " bytes")
        .doesNotContain(Base64.getEncoder().encodeToString(png).substring(0, 8));
  }
}
