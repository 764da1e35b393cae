package dev.timbre.voice.control.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReconciliationConfigTest {

  private static ReconciliationConfig at(String time) {
    ReconciliationConfig config = new ReconciliationConfig();
    config.at = time;
    return config;
  }

  @Test
  void lastDue_isTodaysOnceItHasPassedAndYesterdaysBefore() {
    Instant today = Instant.parse("2026-03-01T03:00:00Z");

    assertThat(at("03:00").lastDue(today)).contains(today);
    assertThat(at("03:00").lastDue(today.plusSeconds(3600))).contains(today);
    assertThat(at("03:00").lastDue(today.minusSeconds(1)))
        .contains(Instant.parse("2026-02-28T03:00:00Z"));
  }

  @Test
  void never_isNeverDue() {
    assertThat(at("never").lastDue(Instant.parse("2026-03-01T03:00:00Z"))).isEmpty();
  }
}
