package dev.timbre.consent.faces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.consent.entity.ConsentScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeChoiceTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** A year as Shanghai counts it. */
  private static final Instant FROM = Instant.parse("2025-12-31T16:00:00Z");

  private static final Instant UNTIL = Instant.parse("2026-12-31T16:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/New_York"})
  void daysThatNobodyChanged_keepTheirMoments(String zone) {
    ScopeChoice choice = ScopeChoice.of(scope(UNTIL, ZoneId.of(zone)));
    choice.setValidFrom(LocalDate.parse(choice.getValidFrom().toString()));
    choice.setValidUntil(LocalDate.parse(choice.getValidUntil().toString()));

    assertThat(choice.begin()).isEqualTo(FROM);
    assertThat(choice.end()).isEqualTo(UNTIL);
  }

  @Test
  void otherDays_areThoseOfTheConsentsZone() {
    ScopeChoice choice = ScopeChoice.of(scope(UNTIL, SHANGHAI));
    assertThat(choice.getValidFrom()).isEqualTo("2026-01-01");
    assertThat(choice.getValidUntil()).isEqualTo("2026-12-31");

    choice.setValidFrom(LocalDate.of(2026, 2, 1));
    choice.setValidUntil(LocalDate.of(2027, 1, 31));

    assertThat(choice.begin()).isEqualTo("2026-01-31T16:00:00Z");
    assertThat(choice.end()).isEqualTo("2027-01-31T16:00:00Z");
  }

  @Test
  void endThatIsTakenAway_isNone() {
    ScopeChoice choice = ScopeChoice.of(scope(UNTIL, SHANGHAI));
    choice.setValidUntil(null);
    assertThat(choice.end()).isNull();
  }

  @Test
  void endWhereThereWasNone_isTheEndOfItsDay() {
    ScopeChoice choice = ScopeChoice.of(scope(null, SHANGHAI));
    assertThat(choice.end()).isNull();
    choice.setValidUntil(LocalDate.of(2026, 12, 31));
    assertThat(choice.end()).isEqualTo(UNTIL);
  }

  @Test
  void newChoice_beginsWithTheFirstMomentOfItsDay() {
    ScopeChoice choice = new ScopeChoice(SHANGHAI, LocalDate.of(2026, 1, 1));
    assertThat(choice.begin()).isEqualTo(FROM);
    assertThat(choice.end()).isNull();
  }

  private static ConsentScope scope(Instant until, ZoneId zone) {
    return new ConsentScope(
        Set.of(UUID.randomUUID()),
        Set.of(Purpose.NEWS),
        Set.of(Channel.WEB),
        Set.of("WORLD"),
        Set.of("en"),
        FROM,
        until,
        zone);
  }
}
