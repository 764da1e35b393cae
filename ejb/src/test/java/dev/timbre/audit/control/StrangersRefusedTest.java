package dev.timbre.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.audit.control.StrangersRefused.Attempt;
import dev.timbre.audit.control.StrangersRefused.Sum;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrangersRefusedTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOW.plus(StrangersRefused.WINDOW);

  private final StrangersRefused strangers = new StrangersRefused();

  private static Attempt from(String network) {
    return about(null, network);
  }

  private static Attempt about(UUID subject, String network) {
    return new Attempt(
        AuditAction.SESSION_SIGN_IN, subject, AuditOutcome.REFUSED, "sign-in-delayed", network);
  }

  @Test
  void attemptsOfAMinute_areOneEntryAndANumber() {
    assertThat(strangers.isFirst(from("192.0.2.1"), NOW)).isTrue();
    for (int i = 0; i < 500; i++) {
      assertThat(strangers.isFirst(from("192.0.2.1"), NOW.plusMillis(i))).isFalse();
    }

    assertThat(strangers.finished(LATER.minusMillis(1))).isEmpty();
    assertThat(strangers.finished(LATER)).containsExactly(new Sum(from("192.0.2.1"), 500));
    assertThat(strangers.isFirst(from("192.0.2.1"), LATER)).isTrue();
  }

  @Test
  void singleAttempt_isItsEntryOnly() {
    strangers.isFirst(from("192.0.2.1"), NOW);

    assertThat(strangers.finished(LATER)).isEmpty();
  }

  @Test
  void otherPlaceOrSubject_isAnotherAttempt() {
    UUID key = UUID.randomUUID();

    assertThat(strangers.isFirst(from("192.0.2.1"), NOW)).isTrue();
    assertThat(strangers.isFirst(from("192.0.2.2"), NOW)).isTrue();
    assertThat(strangers.isFirst(about(key, "192.0.2.1"), NOW)).isTrue();
    assertThat(strangers.isFirst(about(key, "192.0.2.1"), NOW)).isFalse();
  }

  @Test
  void crowdFromEverywhere_isNotTakenApartWithoutEnd() {
    long entries =
        IntStream.range(0, 10_000)
            .filter(i -> strangers.isFirst(from("2001:db8:0:" + i), NOW))
            .count();

    assertThat(entries).isEqualTo(StrangersRefused.MOST + 1);
    assertThat(strangers.finished(LATER))
        .containsExactly(new Sum(from(null), 10_000 - StrangersRefused.MOST - 1));
  }
}
