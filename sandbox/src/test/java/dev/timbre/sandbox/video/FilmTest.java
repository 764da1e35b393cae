package dev.timbre.sandbox.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.timbre.sandbox.image.Painting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmTest {
  private static final Painting PAINTING = new Painting("A boat on a lake", 7, 0.6);

  @ParameterizedTest
  @CsvSource({"1366,768,6", "720,1280,4", "2560,1440,15", "512,512,10"})
  void film_hasTheAskedSizeAndLengthAndStaysSmall(int width, int height, int seconds)
      throws Exception {
    byte[] film = new Film(PAINTING, width, height, seconds).encode();
    FilmFile found = FilmFile.of(film);
    assertThat(found.codec()).isEqualTo("h264");
    assertThat(found.width()).isEqualTo(width);
    assertThat(found.height()).isEqualTo(height);
    assertThat(found.frames()).isEqualTo(seconds * 4);
    assertThat(found.seconds()).isEqualTo(seconds, within(0.3));
    assertThat(film).hasSizeBetween(5_000, 600_000);
  }
}
