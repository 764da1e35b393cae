package dev.timbre.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastDayTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 28);

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "Asia/Shanghai", "America/Havana", "UTC"})
  void dayThatWasEntered_isTheDayThatIsShown(String zone) {
    ZoneId reader = ZoneId.of(zone);
    // some of them change their clocks on one of these days, one of them at midnight
    for (int day = 0; day < 366; day++) {
      LocalDate entered = DAY.plusDays(day);
      assertThat(LastDay.before(LastDay.end(entered, reader), reader)).isEqualTo(entered);
    }
  }

  @Test
  void dayItself_countsToItsEnd() {
    assertThat(LastDay.end(DAY, ZoneId.of("Europe/Berlin"))).isEqualTo("2026-03-28T23:00:00Z");
  }

  @Test
  void endInTheMiddleOfADay_showsThatDay() {
    Instant noon = Instant.parse("2026-03-28T12:00:00Z");

    assertThat(LastDay.before(noon, ZoneId.of("UTC"))).isEqualTo(DAY);
  }

  @Test
  void noEnd_isNoDay() {
    assertThat(LastDay.end(null, ZoneId.of("UTC"))).isNull();
    assertThat(LastDay.before(null, ZoneId.of("UTC"))).isNull();
  }
}
