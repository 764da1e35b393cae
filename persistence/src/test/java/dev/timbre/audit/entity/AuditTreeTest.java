package dev.timbre.audit.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audit.proof.Frontier;
import dev.timbre.audit.proof.ProofCheck;
import dev.timbre.audit.proof.SignedNote;
import dev.timbre.audit.proof.SigningKey;
import dev.timbre.testing.Callers;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.TestPostgres;
import dev.timbre.testing.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTreeTest {

  private static final String LOG = "timbre.test/audit";
  private static final SigningKey KEY = SigningKey.generate(LOG);

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private static AuditEntry entry(int number) {
    return new AuditEntry(
            NOW.plusNanos(number * 1_001L),
            Actor.person(UUID.randomUUID()),
            AuditAction.VOICE_APPROVE,
            UUID.randomUUID(),
            AuditOutcome.REFUSED)
        .because("r\u00e8gle \"" + number + "\"\n")
        .changing(List.of(Change.to("state", "\u97f3\u8272 " + number)))
        .correlated("c-" + number);
  }

  private List<AuditEntry> written(int count) {
    List<AuditEntry> entries = IntStream.range(0, count).mapToObj(AuditTreeTest::entry).toList();
    database.run(work -> entries.forEach(work::add));
    return entries;
  }

  private static Optional<AuditCheckpoint> seal(Work work, int most) {
    return work.auditTree().seal(LOG, most, text -> SignedNote.sign(text, List.of(KEY)));
  }

  private Optional<AuditCheckpoint> sealed(int most) {
    return database.inTransaction(work -> seal(work, most));
  }

  private int requeued() {
    return database.inTransaction(work -> work.auditTree().requeueForgotten());
  }

  private AuditLeaf leafOf(AuditEntry entry) {
    return database.inTransaction(work -> work.auditTree().findLeaf(entry.getId()).orElseThrow());
  }

  @Test
  void committed_entries_get_positions_in_their_order_and_the_hash_they_foretold() {
    List<AuditEntry> entries = written(5);

    AuditCheckpoint head = sealed(100).orElseThrow();

    Frontier expected = new Frontier();
    for (int i = 0; i < entries.size(); i++) {
      AuditLeaf leaf = leafOf(entries.get(i));
      assertThat(leaf.position()).isEqualTo(i);
      assertThat(leaf.hash()).isEqualTo(entries.get(i).leafHash());
      expected.append(leaf.hash());
    }
    assertThat(head.getSize()).isEqualTo(5);
    assertThat(head.head().root()).isEqualTo(expected.root());
    assertThat(head.head().origin()).isEqualTo(LOG);
    assertThat(SignedNote.parse(head.getNote()).isSignedBy(KEY.publicKey())).isTrue();
    assertThat(sealed(100)).isEmpty();
  }

  @Test
  void entry_is_written_down_the_same_before_and_after_it_commits() {
    AuditEntry entry = entry(7);
    String before = entry.canonical();
    database.saved(entry);

    AuditEntry read = database.inTransaction(work -> work.auditLog().get(entry.getId()));

    assertThat(read.canonical())
        .isEqualTo(before)
        .contains("\"createdAt\":\"2026-03-02T10:00:00.0");
  }

  @Test
  void batches_make_one_tree_with_a_head_each_and_every_place_is_proved() {
    List<AuditEntry> entries = written(600);
    List<AuditCheckpoint> heads = new ArrayList<>();
    for (int most : new int[] {1, 3, 250, 2, 300, 100}) {
      heads.add(sealed(most).orElseThrow());
    }

    assertThat(heads).extracting(AuditCheckpoint::getSize).endsWith(556L, 600L);
    AuditCheckpoint last = heads.get(heads.size() - 1);
    database.run(
        work -> {
          for (int position : new int[] {0, 3, 255, 256, 511, 512, 599}) {
            byte[] leaf = entries.get(position).leafHash();
            List<byte[]> path = work.auditTree().tree(600).inclusion(position);
            assertThat(ProofCheck.includes(last.head().root(), 600, position, leaf, path)).isTrue();
          }
          for (AuditCheckpoint head : heads) {
            List<byte[]> proof = work.auditTree().tree(600).consistency(head.getSize());
            byte[] old = head.head().root();
            assertThat(ProofCheck.extend(old, head.getSize(), last.head().root(), 600, proof))
                .isTrue();
          }
        });
  }

  @Test
  void entries_that_commit_late_come_after_those_that_were_sealed_before() {
    AuditEntry late = entry(1);
    AuditEntry early = entry(2);
    database.run(
        slow -> {
          slow.add(late);
          slow.em().flush();
          database.saved(early);
          assertThat(sealed(10).orElseThrow().getSize()).isEqualTo(1);
        });

    assertThat(sealed(10).orElseThrow().getSize()).isEqualTo(2);
    assertThat(leafOf(early).position()).isZero();
    assertThat(leafOf(late).position()).isEqualTo(1);
  }

  @Test
  void sealers_that_race_give_each_entry_one_position() {
    List<AuditEntry> entries = written(400);

    Callers.together(
        8,
        sealer -> {
          for (int i = 0; i < 60; i++) {
            sealed(7);
          }
          return null;
        });
    while (sealed(7).isPresent()) {
      // what was left to whom held the lock
    }

    assertThat(entries.stream().map(entry -> leafOf(entry).position()))
        .containsExactlyElementsOf(IntStream.range(0, 400).mapToObj(Long::valueOf).toList());
    database.run(
        work ->
            assertThat(work.auditTree().tree(400).root())
                .isEqualTo(work.auditCheckpoints().findLatest().orElseThrow().head().root()));
  }

  @Test
  void sealing_that_breaks_before_its_end_leaves_nothing_behind() {
    List<AuditEntry> entries = written(3);

    assertThatThrownBy(
            () ->
                database.run(
                    work -> {
                      seal(work, 10);
                      work.em().flush();
                      throw new IllegalArgumentException("killed");
                    }))
        .hasMessage("killed");
    assertThatThrownBy(
            () ->
                database.run(
                    work ->
                        work.auditTree()
                            .seal(
                                LOG,
                                10,
                                text -> {
                                  throw new IllegalArgumentException("no key");
                                })))
        .hasMessage("no key");

    database.run(work -> assertThat(work.auditTree().findLeaf(entries.get(0).getId())).isEmpty());
    assertThat(sealed(10).orElseThrow().getSize()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_leaf set leaf_hash = decode(repeat('00', 32), 'hex') where position = 1",
        "delete from audit_leaf where position = 2",
        "delete from audit_leaf where position = 0",
        "insert into audit_leaf values (3, gen_random_uuid(), decode(repeat('00', 32), 'hex'))",
        "update audit_leaf set position = 9 where position = 1",
        "update audit_checkpoint set note = replace(note, E'\\n3\\n', E'\\n2\\n'), tree_size = 2",
        "delete from audit_checkpoint"
      })
  void tree_that_is_not_what_was_signed_is_not_signed_again(String tampering) {
    written(3);
    sealed(10);
    TestPostgres.run(TestPostgres.owner(), tampering);
    written(2);

    assertThatThrownBy(() -> sealed(10)).isInstanceOf(TreeAltered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_leaf set position = 7",
        "delete from audit_leaf",
        "truncate audit_leaf",
        "update audit_node set node_hash = ''",
        "delete from audit_node",
        "update audit_checkpoint set note = 'x'",
        "delete from audit_checkpoint",
        "update audit_signing_key set verifier = 'x'",
        "delete from audit_signing_key",
        "update audit_unsealed set entry_id = gen_random_uuid()",
        "alter table audit_entry disable trigger audit_entry_unsealed",
        "create or replace function audit_entry_unsealed() returns trigger language sql as ''"
      })
  void runtime_role_that_changes_the_proof_is_refused_by_the_database(String sql) {
    written(1);
    sealed(10);

    assertThatThrownBy(() -> TestPostgres.run(TestPostgres.runtime(), sql))
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void entry_taken_out_of_line_is_found_and_sealed_after_all() {
    List<AuditEntry> entries = written(2);
    TestPostgres.run(
        TestPostgres.runtime(),
        "delete from audit_unsealed where entry_id = '" + entries.get(0).getId() + "'");
    sealed(10);

    assertThat(requeued()).isEqualTo(1);
    assertThat(sealed(10).orElseThrow().getSize()).isEqualTo(2);
    assertThat(leafOf(entries.get(0)).position()).isEqualTo(1);
    assertThat(requeued()).isZero();
  }

  @Test
  void entry_put_in_line_twice_gets_no_second_position() {
    List<AuditEntry> entries = written(1);
    sealed(10);
    TestPostgres.run(
        TestPostgres.runtime(),
        "insert into audit_unsealed values ('" + entries.get(0).getId() + "')");
    written(1);

    assertThat(sealed(10).orElseThrow().getSize()).isEqualTo(2);
    assertThat(leafOf(entries.get(0)).position()).isZero();
  }

  @Test
  void key_is_published_once() {
    database.run(
        work -> {
          assertThat(work.auditCheckpoints().publish(KEY.publicKey(), NOW)).isTrue();
          assertThat(work.auditCheckpoints().publish(KEY.publicKey(), NOW)).isFalse();
          assertThat(work.auditCheckpoints().keys())
              .extracting(AuditSigningKey::key)
              .containsExactly(KEY.publicKey());
        });
  }

  @Test
  void heads_are_listed_from_the_largest_and_found_by_size() {
    written(6);
    IntStream.range(0, 3).forEach(i -> sealed(2));

    database.run(
        work -> {
          AuditCheckpoints heads = work.auditCheckpoints();
          assertThat(heads.page(null, 2))
              .extracting(AuditCheckpoint::getSize)
              .containsExactly(6L, 4L);
          assertThat(heads.page(4L, 2)).extracting(AuditCheckpoint::getSize).containsExactly(2L);
          assertThat(heads.between(2, 6))
              .extracting(AuditCheckpoint::getSize)
              .containsExactly(4L, 6L);
          assertThatThrownBy(() -> heads.get(5)).hasMessageContaining("5");
        });
  }
}
