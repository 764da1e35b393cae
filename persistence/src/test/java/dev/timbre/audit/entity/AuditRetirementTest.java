package dev.timbre.audit.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRetirementTest {

  private static final String LOG = "timbre.test/audit";
  private static final SigningKey KEY = SigningKey.generate(LOG);
  private static final Instant NOW = Instant.now();

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private AuditEntry written(int daysAgo) {
    return database.saved(
        new AuditEntry(
            NOW.minus(daysAgo, ChronoUnit.DAYS),
            Actor.SYSTEM,
            AuditAction.VOICE_CREATE,
            UUID.randomUUID(),
            AuditOutcome.DONE));
  }

  private void seal() {
    database.run(
        work -> work.auditTree().seal(LOG, 100, text -> SignedNote.sign(text, List.of(KEY))));
  }

  private Optional<Long> retired() {
    return database.inTransaction(work -> work.auditLog().retire());
  }

  private static void keepFor(String period) {
    TestPostgres.run(
        TestPostgres.owner(), "insert into audit_retention (keep) values ('" + period + "')");
  }

  private List<UUID> kept() {
    List<UUID> ids = new ArrayList<>();
    database.run(
        work -> work.auditLog().window(AuditFilter.ALL, 0, 100).forEach(e -> ids.add(e.getId())));
    return ids;
  }

  @Test
  void without_a_policy_everything_is_kept_for_ever() {
    written(10_000);
    seal();

    assertThat(retired()).isEmpty();
    assertThat(kept()).hasSize(1);
  }

  @Test
  void old_entries_leave_from_the_beginning_and_their_leaves_stay() {
    AuditEntry first = written(500);
    written(400);
    AuditEntry young = written(10);
    seal();
    // an id says when, so what is sealed together is in the order of time
    AuditEntry oldButLater = written(450);
    seal();
    keepFor("P1Y");

    assertThat(retired()).contains(2L);
    assertThat(retired()).isEmpty();

    assertThat(kept()).containsExactlyInAnyOrder(young.getId(), oldButLater.getId());
    database.run(
        work -> {
          assertThat(work.auditTree().findLeaf(first.getId())).isPresent();
          assertThat(work.auditTree().tree(4).root())
              .isEqualTo(work.auditCheckpoints().findLatest().orElseThrow().head().root());
        });
  }

  @Test
  void what_somebody_did_before_the_kept_log_begins_is_not_known() {
    written(500);
    written(400);
    written(10);
    seal();
    assertThat(hasForgotten(450)).isFalse();
    keepFor("P1Y");

    retired();

    assertThat(hasForgotten(450)).isTrue();
    assertThat(hasForgotten(11)).isTrue();
    assertThat(hasForgotten(9)).isFalse();
  }

  @Test
  void log_of_which_all_was_taken_knows_nothing_from_before() {
    written(500);
    seal();
    keepFor("P1Y");

    retired();

    assertThat(hasForgotten(1)).isTrue();
    assertThat(hasForgotten(-1)).isFalse();
  }

  private boolean hasForgotten(int daysAgo) {
    Instant since = NOW.minus(daysAgo, ChronoUnit.DAYS);
    return database.inTransaction(work -> work.auditLog().hasForgotten(since));
  }

  @Test
  void entry_that_is_not_sealed_stays_whatever_its_age() {
    written(500);
    keepFor("P1Y");

    assertThat(retired()).isEmpty();
    assertThat(kept()).hasSize(1);
  }

  @Test
  void sealing_goes_on_after_entries_were_retired() {
    written(500);
    seal();
    keepFor("P1Y");
    retired();
    written(1);

    seal();

    assertThat(database.inTransaction(work -> work.auditCheckpoints().findLatest()).orElseThrow())
        .satisfies(head -> assertThat(head.getSize()).isEqualTo(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into audit_retention (keep) values ('P1D')",
        "update audit_retention set keep = 'P1D'",
        "delete from audit_retention",
        "insert into audit_retirement values (5, now())",
        "delete from audit_retirement",
        "create or replace function audit_retire() returns bigint language sql as 'select"
            + " 1::bigint'"
      })
  void runtime_role_that_changes_the_policy_is_refused_by_the_database(String sql) {
    assertThatThrownBy(() -> TestPostgres.run(TestPostgres.runtime(), sql))
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void witness_is_claimed_by_one_until_it_was_told_or_the_time_is_over() {
    database.run(
        work -> {
          AuditWitnesses witnesses = work.auditWitnesses();
          Instant later = NOW.plusSeconds(30);
          assertThat(witnesses.claim("w", 5, NOW, later)).isTrue();
          assertThat(witnesses.claim("w", 6, NOW, later)).isFalse();
          assertThat(witnesses.claim("w", 6, later, later.plusSeconds(30))).isTrue();
          witnesses.told("w", 6, later);
          assertThat(witnesses.claim("w", 6, later, later)).isFalse();
          assertThat(witnesses.claim("w", 7, later, later)).isTrue();
        });
  }
}
