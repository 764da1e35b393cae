package dev.timbre.audio.control.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedAudioTest {

  @ParameterizedTest
  @CsvSource({"44100, 226, 0", "44100, 227, 32000", "48000, 300, 32000", "32000, 300, 0"})
  void rate_isReducedOnlyWhereTheSoundWouldNotFit(int rate, double seconds, int expected) {
    assertThat(NormalisedAudio.rateFor(rate, seconds)).isEqualTo(expected);
  }
}
