package dev.timbre.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PaintingTest {
  private static final Painting BOAT = new Painting("A boat on a lake", 7, 0.6);

  private static byte[] bytes(Painting painting, double moment) {
    return Jpeg.encode(painting.draw(320, 180, moment));
  }

  @Test
  void equalPaintings_areTheSameFile() {
    assertThat(bytes(BOAT, 0)).isEqualTo(bytes(new Painting("A boat on a lake", 7, 0.6), 0));
  }

  @Test
  void anotherSeedWordOrMoment_isAnotherPicture() {
    byte[] boat = bytes(BOAT, 0);
    assertThat(bytes(new Painting("A boat on a lake", 8, 0.6), 0)).isNotEqualTo(boat);
    assertThat(bytes(new Painting("A train", 7, 0.6), 0)).isNotEqualTo(boat);
    assertThat(bytes(new Painting("A boat on a lake", 7, 0.1), 0)).isNotEqualTo(boat);
    assertThat(bytes(BOAT, 0.5)).isNotEqualTo(boat);
  }

  @Test
  void jpeg_isReadBackInItsSize() throws Exception {
    byte[] file = bytes(BOAT, 0);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(image.getWidth()).isEqualTo(320);
    assertThat(image.getHeight()).isEqualTo(180);
    assertThat(ImageFile.of(file)).contains(new ImageFile("jpeg", 320, 180));
  }

  @Test
  void longPrompt_staysInThePicture() {
    String prompt = "an endless line of wagons ".repeat(50);
    assertThat(bytes(new Painting(prompt, 7, 0.6), 0)).isNotEqualTo(bytes(BOAT, 0));
    assertThat(bytes(new Painting("火车".repeat(400), 7, 0.6), 0)).isNotEqualTo(bytes(BOAT, 0));
  }
}
