package dev.timbre.audit.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.audit.entity.AuditPositions.Range;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ten entries, one a second. */
class AuditPositionsTest {

  private static final String LOG = "timbre.test/audit";
  private static final SigningKey KEY = SigningKey.generate(LOG);
  private static final int SIZE = 10;

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @BeforeEach
  void write() {
    for (int i = 0; i < SIZE; i++) {
      Instant at = NOW.plusSeconds(i);
      database.run(
          work ->
              work.add(
                  new AuditEntry(
                      at,
                      Actor.person(UUID.randomUUID()),
                      AuditAction.VOICE_APPROVE,
                      UUID.randomUUID(),
                      AuditOutcome.DONE)));
      database.run(
          work -> work.auditTree().seal(LOG, 10, text -> SignedNote.sign(text, List.of(KEY))));
    }
  }

  /**
   * @param from seconds; null for the beginning
   * @param until seconds; null for the end
   */
  private Range between(Integer from, Integer until) {
    return database.inTransaction(
        work -> work.auditPositions().between(moment(from), moment(until), SIZE));
  }

  private static Instant moment(Integer seconds) {
    return seconds == null ? null : NOW.plusSeconds(seconds);
  }

  private static void remove(String positions) {
    TestPostgres.run(
        TestPostgres.owner(),
        "delete from audit_entry where id in"
            + " (select entry_id from audit_leaf where position in ("
            + positions
            + "))");
  }

  @Test
  void time_has_the_positions_of_its_entries() {
    assertThat(between(null, null)).isEqualTo(new Range(0, SIZE));
    assertThat(between(6, null)).isEqualTo(new Range(6, SIZE));
    assertThat(between(null, 3)).isEqualTo(new Range(0, 3));
    assertThat(between(2, 5)).isEqualTo(new Range(2, 5));
  }

  @Test
  void time_without_entries_has_no_positions() {
    assertThat(between(100, null)).isEqualTo(new Range(SIZE, SIZE));
    assertThat(between(null, -100)).isEqualTo(new Range(0, 0));
  }

  @Test
  void entries_removed_at_the_ends_of_a_time_are_not_passed_over() {
    remove("0, 3, 4, 8, 9");

    assertThat(between(6, null)).isEqualTo(new Range(6, SIZE));
    assertThat(between(null, 2)).isEqualTo(new Range(0, 2));
    assertThat(between(3, 5)).isEqualTo(new Range(3, 5));
  }
}
