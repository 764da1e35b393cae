package dev.timbre.audit.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

  private static final Actor ANNA = Actor.person(UUID.randomUUID());
  private static final UUID VOICE = UUID.randomUUID();

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set outcome = 'DONE'",
        "update audit_entry set reason = null where false",
        "delete from audit_entry",
        "truncate audit_entry",
        "alter table audit_entry disable trigger all",
        "drop table audit_entry"
      })
  void runtime_role_that_changes_the_log_is_refused_by_the_database(String sql) {
    added(ANNA, AuditAction.VOICE_CREATE, NOW);

    assertThatThrownBy(() -> TestPostgres.run(TestPostgres.runtime(), sql))
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    assertThat(page(AuditFilter.ALL)).hasSize(1);
  }

  @Test
  void removing_an_entry_through_the_entity_manager_is_refused_by_the_database() {
    AuditEntry entry = added(ANNA, AuditAction.VOICE_CREATE, NOW);

    assertThatThrownBy(
            () -> database.run(work -> work.em().remove(work.auditLog().get(entry.getId()))))
        .hasStackTraceContaining("permission denied for table audit_entry");
  }

  @Test
  void entry_changed_after_it_was_read_stays_as_it_was_written() {
    AuditEntry entry = added(ANNA, AuditAction.VOICE_CREATE, NOW);

    database.run(work -> work.auditLog().get(entry.getId()).because("forged"));

    AuditEntry read = database.inTransaction(work -> work.auditLog().get(entry.getId()));
    assertThat(read.getReason()).isNull();
  }

  @Test
  void address_can_be_erased_while_the_entry_stays() {
    AuditEntry entry = entry(ANNA, AuditAction.SESSION_SIGN_IN, NOW);
    database.run(work -> work.auditLog().add(entry, "203.0.113.7"));

    TestPostgres.run(TestPostgres.runtime(), "delete from audit_origin");

    database.run(
        work -> {
          assertThat(work.auditLog().get(entry.getId())).isEqualTo(entry);
          assertThat(work.auditLog().addressesOf(List.of(entry))).isEmpty();
        });
  }

  @Test
  void addresses_of_no_entries_are_none() {
    database.run(work -> assertThat(work.auditLog().addressesOf(List.of())).isEmpty());
  }

  @Test
  void entry_and_change_of_one_transaction_vanish_together() {
    AuditEntry entry = entry(ANNA, AuditAction.VOICE_CREATE, NOW);

    assertThatThrownBy(
            () ->
                database.run(
                    work -> {
                      work.auditLog().add(entry, "203.0.113.7");
                      work.em().flush();
                      throw new IllegalArgumentException("the change failed");
                    }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(page(AuditFilter.ALL)).isEmpty();
  }

  @Test
  void each_part_of_a_filter_narrows_the_log() {
    AuditEntry other = added(Actor.SYSTEM, AuditAction.CLONE_SEND, NOW);
    AuditEntry wanted =
        new AuditEntry(LATER, ANNA, AuditAction.VOICE_APPROVE, VOICE, AuditOutcome.REFUSED)
            .correlated("c-1");
    database.run(work -> work.auditLog().add(wanted, null));

    List.of(
            new AuditFilter(ANNA.id(), null, null, null, null, null, null),
            new AuditFilter(null, AuditAction.VOICE_APPROVE, null, null, null, null, null),
            AuditFilter.ofSubject(VOICE),
            new AuditFilter(null, null, null, AuditOutcome.REFUSED, null, null, null),
            new AuditFilter(null, null, null, null, "c-1", null, null),
            new AuditFilter(null, null, null, null, null, LATER, null))
        .forEach(filter -> assertThat(page(filter)).as("%s", filter).containsExactly(wanted));
    assertThat(page(new AuditFilter(null, null, null, null, null, null, LATER)))
        .containsExactly(other);
    assertThat(page(AuditFilter.ALL)).containsExactly(wanted, other);
  }

  @Test
  void count_and_window_follow_the_filter() {
    added(Actor.SYSTEM, AuditAction.CLONE_SEND, NOW);
    AuditEntry older = added(ANNA, AuditAction.VOICE_CREATE, NOW);
    AuditEntry newer = added(ANNA, AuditAction.VOICE_SUBMIT, NOW);
    AuditFilter byAnna = new AuditFilter(ANNA.id(), null, null, null, null, null, null);

    database.run(
        work -> {
          assertThat(work.auditLog().count(byAnna)).isEqualTo(2);
          assertThat(work.auditLog().window(byAnna, 0, 10)).containsExactly(newer, older);
          assertThat(work.auditLog().window(byAnna, 1, 10)).containsExactly(older);
        });
  }

  @Test
  void unknown_entry_is_not_found() {
    database.run(
        work ->
            assertThatThrownBy(() -> work.auditLog().get(UUID.randomUUID()))
                .isInstanceOf(NotFound.class));
  }

  private List<AuditEntry> page(AuditFilter filter) {
    return database.inTransaction(
        work -> work.auditLog().page(filter, PageRequest.first(10)).items());
  }

  private AuditEntry added(Actor actor, AuditAction action, Instant at) {
    return database.saved(entry(actor, action, at));
  }

  private static AuditEntry entry(Actor actor, AuditAction action, Instant at) {
    return new AuditEntry(at, actor, action, UUID.randomUUID(), AuditOutcome.DONE);
  }
}
