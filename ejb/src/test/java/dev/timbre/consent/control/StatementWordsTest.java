package dev.timbre.consent.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.audit.entity.Actor;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentStatement;
import dev.timbre.consent.entity.Talent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a talent reads aloud is the evidence of what was chosen. */
class StatementWordsTest {

  private static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate AFTER = LocalDate.of(2027, 1, 1);

  private final StatementWords words = new StatementWords();

  @BeforeEach
  void companyIsKnown() {
    words.company = "Acme SE";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Asia/Shanghai | en | from January 1, 2026 until December 31, 2026 (China Time)",
        "Asia/Shanghai | zh | 自2026年1月1日至2026年12月31日（中国时间）",
        "America/New_York | en | from January 1, 2026 until December 31, 2026 (Eastern Time)",
        "Europe/Berlin | de | vom 1. Januar 2026 bis zum 31. Dezember 2026 (Mitteleuropäische"
            + " Zeit)",
      })
  void chosenDays_areTheDaysThatAreRead(String zone, String language, String read) {
    ZoneId days = ZoneId.of(zone);
    assertThat(filled(language, scope(days, days))).contains(read);
  }

  @ParameterizedTest
  @CsvSource({"en, (Coordinated Universal Time)", "de, (Koordinierte Weltzeit)"})
  void daysOfNobody_areThoseOfTheWorld(String language, String read) {
    assertThat(filled(language, scope(ZoneId.of("UTC"), null)))
        .contains("2026", read)
        .doesNotContain("2025", "2027");
  }

  private String filled(String language, ConsentScope scope) {
    ConsentStatement statement =
        new ConsentStatement(
            NOW, UUID.randomUUID(), language, 1, words.proposal(language), Actor.SYSTEM);
    return words.fill(
        statement,
        new StatementWords.Blanks(
            new Talent(NOW, "Tilda Talent", null),
            new Brand(NOW, "acme", "Acme"),
            scope,
            "48 21 07"));
  }

  private static ConsentScope scope(ZoneId zone, ZoneId said) {
    return new ConsentScope(
        Set.of(UUID.randomUUID()),
        Set.of(Purpose.NEWS),
        Set.of(Channel.WEB),
        Set.of("WORLD"),
        Set.of("en"),
        FIRST.atStartOfDay(zone).toInstant(),
        AFTER.atStartOfDay(zone).toInstant(),
        said);
  }
}
