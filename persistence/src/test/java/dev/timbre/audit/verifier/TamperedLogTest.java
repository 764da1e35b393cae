package dev.timbre.audit.verifier;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditCheckpoint;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.audit.entity.AuditPositions.Range;
import dev.timbre.audit.entity.Change;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the owner of the tables does to them, an export of them shows it. */
class TamperedLogTest {

  private static final String LOG = "timbre.test/audit";
  private static final SigningKey KEY = SigningKey.generate(LOG);
  private static final String FIFTH =
      " where id = (select entry_id from audit_leaf where position = 5)";

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @BeforeEach
  void write() {
    for (int batch = 0; batch < 3; batch++) {
      database.run(
          work -> {
            for (int i = 0; i < 4; i++) {
              work.add(entry(i));
            }
          });
      database.run(
          work -> work.auditTree().seal(LOG, 10, text -> SignedNote.sign(text, List.of(KEY))));
    }
  }

  private static AuditEntry entry(int number) {
    return new AuditEntry(
            NOW.plusSeconds(number),
            Actor.person(UUID.randomUUID()),
            AuditAction.VOICE_APPROVE,
            UUID.randomUUID(),
            AuditOutcome.REFUSED)
        .because("two-people-needed")
        .changing(List.of(Change.to("state", "LIVE")))
        .correlated("c-" + number)
        .traced("t-" + number);
  }

  private Verdict exported(Range range) {
    List<String> lines = new ArrayList<>();
    database.run(
        work -> {
          AuditCheckpoint latest = work.auditCheckpoints().findLatest().orElseThrow();
          lines.add(work.auditTranscript().header(latest, range));
          lines.addAll(work.auditTranscript().lines(range));
          lines.addAll(work.auditTranscript().unsealed(10));
        });
    return WrittenLog.check(String.join("\n", lines) + "\n", KEY, List.of());
  }

  private Verdict exported() {
    return exported(new Range(0, 12));
  }

  @Test
  void untouchedLog_isIntact() {
    Verdict verdict = exported();

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.counts().entries()).isEqualTo(12);
    assertThat(verdict.counts().checkpoints()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "3, 9", "5, 5", "7, 12", "11, 12"})
  void anyPartOfIt_isIntactByItself(long begin, long end) {
    Verdict verdict = exported(new Range(begin, end));

    assertThat(verdict.problems()).isEmpty();
    assertThat(verdict.counts().entries()).isEqualTo(end - begin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id = gen_random_uuid()",
        "version = 1",
        "created_at = created_at + interval '1 microsecond'",
        "actor_kind = 'CLIENT'",
        "actor_id = null",
        "actor_id = gen_random_uuid()",
        "action = 'VOICE_REJECT'",
        "action = 'NO_SUCH_ACTION'",
        "subject_id = gen_random_uuid()",
        "subject_id = null",
        "outcome = 'DONE'",
        "reason = null",
        "reason = ''",
        "changes = '[]'",
        "changes = null",
        "correlation_id = 'c-9'",
        "trace_id = null",
        "trace_id = reason, reason = trace_id"
      })
  void changedEntry_isFound(String change) {
    TestPostgres.run(TestPostgres.owner(), "update audit_entry set " + change + FIFTH);

    assertThat(exported().problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.why()).contains("position 5"));
  }

  @Test
  void everyColumnOfAnEntry_isAmongThoseThatWereChangedHere() {
    assertThat(columns("audit_entry"))
        .containsExactlyInAnyOrder(
            "id",
            "version",
            "created_at",
            "actor_kind",
            "actor_id",
            "action",
            "subject_id",
            "outcome",
            "reason",
            "changes",
            "correlation_id",
            "trace_id");
    assertThat(columns("audit_leaf"))
        .containsExactlyInAnyOrder("position", "entry_id", "leaf_hash");
    assertThat(columns("audit_checkpoint")).containsExactlyInAnyOrder("tree_size", "note");
  }

  private List<String> columns(String table) {
    List<String> names = new ArrayList<>();
    database.run(
        work -> {
          String sql = "select column_name from information_schema.columns where table_name = ?1";
          for (Object name :
              work.em().createNativeQuery(sql).setParameter(1, table).getResultList()) {
            names.add(name.toString());
          }
        });
    return names;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from audit_entry where id = (select entry_id from audit_leaf where position = 5)",
        "delete from audit_leaf where position = 5",
        "delete from audit_leaf where position = 11",
        "update audit_leaf set position = 12 where position = 5",
        "update audit_leaf set leaf_hash = sha256(leaf_hash) where position = 5",
        "update audit_leaf set entry_id = gen_random_uuid() where position = 5",
        "update audit_leaf a set leaf_hash = b.leaf_hash from audit_leaf b"
            + " where a.position = 5 and b.position = 6",
        "update audit_leaf set position = position + 100 where position in (5, 6);"
            + " update audit_leaf set position = 111 - position where position > 100",
        "update audit_checkpoint set tree_size = 5 where tree_size = 4",
        "update audit_checkpoint set note = replace(note, 'timbre.test', 'timbre.best')"
            + " where tree_size = 4",
        "update audit_checkpoint set note = replace(note, E'\\n4\\n', E'\\n3\\n'), tree_size = 3"
            + " where tree_size = 4",
        "update audit_checkpoint set note = overlay(note placing 'AAAA' from length(note) - 20)"
            + " where tree_size = 8",
        "update audit_checkpoint a set note = b.note from audit_checkpoint b"
            + " where a.tree_size = 4 and b.tree_size = 8",
        "update audit_checkpoint set note = 'nothing' where tree_size = 8"
      })
  void alteredTree_isFound(String sql) {
    TestPostgres.run(TestPostgres.owner(), sql.split(";"));

    assertThat(exported().problems()).isNotEmpty();
  }

  @Test
  void entryWithoutAPosition_isShown() {
    database.saved(entry(1));
    TestPostgres.run(TestPostgres.owner(), "delete from audit_unsealed");

    assertThat(exported().counts().unsealed()).isEqualTo(1);
    assertThat(exported().problems()).isEmpty();
  }
}
