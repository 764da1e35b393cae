package dev.timbre.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockShiftTest {

  @TempDir Path directory;

  @Test
  void noSetting_noShiftIsPossible() {
    ClockShift shift = ClockShift.of(Optional.empty());

    assertThat(shift.isPossible()).isFalse();
    assertThat(shift.get()).isZero();
  }

  @Test
  void fileThatIsNotThereYet_noShift() {
    ClockShift shift = new ClockShift(directory.resolve("shift"));

    assertThat(shift.isPossible()).isTrue();
    assertThat(shift.get()).isZero();
  }

  @Test
  void fileWithADuration_thatShiftForwardsOrBackwards() throws IOException {
    assertThat(reading("PT49H\n")).isEqualTo(Duration.ofHours(49));
    assertThat(reading("-PT3M")).isEqualTo(Duration.ofMinutes(-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tomorrow", "P1Y", "P9999999D"})
  void fileWithSomethingElse_noShift(String text) throws IOException {
    assertThat(reading(text)).isZero();
  }

  private Duration reading(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("shift"), text);
    return new ClockShift(file).get();
  }
}
