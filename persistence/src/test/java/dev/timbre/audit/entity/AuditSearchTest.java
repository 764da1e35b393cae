package dev.timbre.audit.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.entity.TimedIds;
import dev.timbre.testing.TestDatabase;
import dev.timbre.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding entries in a long log: by time, by words, in its years. */
class AuditSearchTest {

  private static final Actor ANNA = Actor.person(UUID.randomUUID());

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void id_says_the_millisecond_of_the_entry_whatever_the_machines_clock_says() {
    for (Instant at :
        List.of(
            NOW, NOW.plusNanos(999_999), Instant.EPOCH, Instant.parse("2101-07-01T00:00:00Z"))) {
      AuditEntry entry = entry(at);

      assertThat(entry.getId().version()).isEqualTo(7);
      assertThat(entry.getId().getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
    }
  }

  @Test
  void lowest_id_of_an_instant_is_below_every_id_of_it_and_above_those_before() {
    Instant at = Instant.parse("2026-03-02T09:00:00.123456Z");

    assertThat(TimedIds.lowestAt(at).toString())
        .isLessThanOrEqualTo(TimedIds.at(at).toString())
        .isGreaterThan(TimedIds.at(at.minusMillis(1)).toString());
  }

  @Test
  void bounds_of_time_are_exact_to_the_microsecond() {
    List<AuditEntry> entries =
        List.of(-60_000_000L, -1L, 0L, 1L, 60_000_000L).stream()
            .map(micros -> saved(entry(NOW.plusNanos(micros * 1000))))
            .toList();

    assertThat(page(new AuditFilter(null, null, null, null, null, NOW, null)))
        .containsExactlyInAnyOrderElementsOf(entries.subList(2, 5));
    assertThat(page(new AuditFilter(null, null, null, null, null, null, NOW)))
        .containsExactlyInAnyOrderElementsOf(entries.subList(0, 2));
    assertThat(page(new AuditFilter(null, null, null, null, null, NOW, NOW.plusNanos(1000))))
        .containsExactly(entries.get(2));
  }

  @Test
  void entries_of_all_times_are_kept_and_listed_newest_first() {
    List<AuditEntry> entries =
        List.of("1999-01-01", "2025-12-31", "2026-01-01", "2031-06-01", "2077-01-01").stream()
            .map(day -> saved(entry(Instant.parse(day + "T00:00:00Z"))))
            .toList();

    assertThat(page(AuditFilter.ALL)).containsExactlyElementsOf(reversed(entries));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "voice.approve",
        "VOICE_APPROVE",
        "two people",
        "people needed approve",
        "019a9f8a-bc44-7899-9a93-abd4aaf66f8d",
        "9a93-abd4aaf66f8d",
        "c-77",
        "trace'9\"; --"
      })
  void words_of_an_entry_find_it(String words) {
    AuditEntry wanted =
        new AuditEntry(NOW, ANNA, AuditAction.VOICE_APPROVE, null, AuditOutcome.REFUSED)
            .because("two-people-needed")
            .changing(List.of(Change.to("clone", "019a9f8a-bc44-7899-9a93-abd4aaf66f8d")))
            .correlated("c-77")
            .traced("trace-9");
    saved(entry(NOW));
    saved(wanted);

    assertThat(page(ofText(words))).containsExactly(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve nobody", "%", "people & !needed | x", "'", "🎧"})
  void words_that_an_entry_lacks_find_nothing(String words) {
    saved(entry(NOW));

    assertThat(page(ofText(words))).isEmpty();
  }

  @Test
  void blank_words_narrow_nothing() {
    AuditEntry entry = saved(entry(NOW));

    assertThat(page(ofText("  "))).containsExactly(entry);
  }

  @Test
  void count_goes_no_further_than_one_beyond_what_is_counted() {
    TestPostgres.run(
        TestPostgres.runtime(),
        "insert into audit_entry (id, version, created_at, actor_kind, action, outcome)"
            + " select gen_random_uuid(), 0, now(), 'SYSTEM', 'CLONE_SEND', 'DONE'"
            + " from generate_series(1, "
            + (KeysetQuery.MOST_COUNTED + 500)
            + ")");

    database.run(
        work ->
            assertThat(work.auditLog().count(AuditFilter.ALL))
                .isEqualTo(KeysetQuery.MOST_COUNTED + 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into audit_entry_2026 select * from audit_entry",
        "update audit_entry_2026 set outcome = 'DONE'",
        "delete from audit_entry_2026",
        "truncate audit_entry_2026",
        "select * from audit_entry_2026",
        "alter table audit_entry detach partition audit_entry_2026",
        "create table audit_entry_mine partition of audit_entry default",
        "drop function audit_words cascade"
      })
  void year_of_the_log_is_out_of_reach_of_the_runtime_role(String sql) {
    AuditEntry entry = saved(entry(NOW));

    assertThatThrownBy(() -> TestPostgres.run(TestPostgres.runtime(), sql))
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    assertThat(page(AuditFilter.ALL)).containsExactly(entry);
  }

  @Test
  void entries_of_a_year_that_is_not_asked_for_are_not_read() throws SQLException {
    String plan =
        explained(
            "select * from audit_entry where id >= '"
                + TimedIds.lowestAt(Instant.parse("2027-02-01T00:00:00Z"))
                + "' and id < '"
                + TimedIds.lowestAt(Instant.parse("2027-03-01T00:00:00Z"))
                + "' order by id desc limit 51");

    assertThat(plan).contains("audit_entry_2027").doesNotContain("2026", "2028");
  }

  private static String explained(String sql) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = TestPostgres.runtime().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("explain (costs off) " + sql)) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    // the bounds themselves are no plan
    return plan.toString().replaceAll("'[^']*'", "");
  }

  private static AuditFilter ofText(String text) {
    return new AuditFilter(null, null, null, null, null, null, null, text);
  }

  private List<AuditEntry> page(AuditFilter filter) {
    return database.inTransaction(
        work -> work.auditLog().page(filter, PageRequest.first(20)).items());
  }

  private AuditEntry saved(AuditEntry entry) {
    return database.saved(entry);
  }

  private static AuditEntry entry(Instant at) {
    return new AuditEntry(at, ANNA, AuditAction.VOICE_CREATE, null, AuditOutcome.DONE)
        .correlated("other-" + Duration.between(NOW, at).abs().toDays());
  }

  private static <T> List<T> reversed(List<T> list) {
    return IntStream.rangeClosed(1, list.size()).mapToObj(i -> list.get(list.size() - i)).toList();
  }
}
