package dev.timbre.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFileTest {

  @Test
  void png_isMeasured() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(33, 44, BufferedImage.TYPE_INT_RGB), "png", out);
    assertThat(ImageFile.of(out.toByteArray())).contains(new ImageFile("png", 33, 44));
  }

  // Headers written out by hand from RFC 9649.
  @ParameterizedTest
  @CsvSource({
    "52494646 24000000 57454250 56503820 18000000 300100 9d012a 4001 c800, 320, 200",
    "52494646 24000000 57454250 5650384c 18000000 2f 3fc13100 0000000000, 320, 200",
    "52494646 24000000 57454250 56503858 0a000000 00000000 3f0100 c70000, 320, 200"
  })
  void webp_isMeasuredInItsThreeForms(String hex, int width, int height) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThat(ImageFile.of(bytes)).contains(new ImageFile("webp", width, height));
  }

  @Test
  void anythingElse_isNoPicture() {
    assertThat(ImageFile.of(new byte[0])).isEmpty();
    assertThat(ImageFile.of("GIF89a and more".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    assertThat(ImageFile.of(Base64.getDecoder().decode("/9j/4AAQ"))).isEmpty();
    assertThat(ImageFile.of(HexFormat.of().parseHex("89504e470d0a1a0a0000000d"))).isEmpty();
  }
}
