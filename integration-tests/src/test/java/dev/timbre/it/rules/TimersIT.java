package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import dev.timbre.it.system.ServerTimers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the server does by the clock: that it is asked to, and what comes of it. */
@OnRunningTimbre
class TimersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final RunningTimbre timbre;

  TimersIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @Test
  void everyTimer_isSetToItsTime() {
    try (ServerTimers timers = ServerTimers.of(timbre)) {
      assertThat(timers.schedules())
          .contains(
              "AbandonedSpeeches *:*:*/10",
              "BudgetWatch *:*:*/15",
              "ConsentClock *:*:*/10",
              "ConsentClock *:*/5:40",
              "ConsentClock 3:41:0",
              "DeadlineGuard *:*:*/10",
              "DriftSentinel *:*:40",
              "HeldMoneyWatch *:*:20",
              "IdempotencyCleanup *:17:0",
              "LapsedClones *:*:5/10",
              "NightlyReconciliation *:*:20",
              "NoticeRetention 4:23:0",
              "OperationWorker *:*:*",
              "SealingTimer *:*:*",
              "SealingTimer 3:41:0",
              "SealingTimer 4:7:0",
              "SessionCleanup *:23:0",
              "StrayFiles 4:51:0",
              "WitnessTimer *:*:*")
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void noticeThatNobodyAsksForAnyMore_goesWhenItsTimerFires() throws SQLException {
    UUID old = notice("1000 days");
    UUID young = notice("1 day");

    fire("NoticeRetention");

    await().atMost(PATIENCE).until(() -> count("notice where id = '" + old + "'") == 0);
    assertThat(count("notice_addressee where notice_id = '" + old + "'")).isZero();
    assertThat(count("notice where id = '" + young + "'")).isOne();
    assertThat(count("notice_addressee where notice_id = '" + young + "'")).isOne();
  }

  /** To somebody, that long ago. */
  private UUID notice(String ago) throws SQLException {
    UUID id = UUID.randomUUID();
    String to = timbre.company().approver().id();
    String when = "now() - interval '" + ago + "'";
    run(
        "insert into notice (id, version, created_at, key, kind, content) values ('%s', 0, %s,"
            + " 'timer:%s', 'APPROVAL_ASKED', '{}')",
        id, when, id);
    run(
        "insert into notice_addressee (id, version, created_at, notice_id, person_id)"
            + " values ('%s', 0, %s, '%s', '%s')",
        UUID.randomUUID(), when, id, to);
    return id;
  }

  @Test
  void fileThatNoRowDescribes_goesWhenItsTimerFires() throws Exception {
    Path store = timbre.config().base().resolve("data").resolve("timbre");
    String recording = timbre.company().recording();
    String known = text("select original from recording where id = '" + recording + "'");
    Path kept = store.resolve(known.substring(0, 2)).resolve(known.substring(2, 4)).resolve(known);
    assertThat(kept).exists();
    FileTime before = Files.getLastModifiedTime(kept);
    Files.setLastModifiedTime(kept, longAgo());
    Path stray = stray(store, longAgo());
    Path young = stray(store, FileTime.from(Instant.now()));

    fire("StrayFiles");

    await().atMost(PATIENCE).until(() -> Files.notExists(stray));
    assertThat(kept).exists();
    assertThat(young).exists();
    Files.setLastModifiedTime(kept, before);
    Files.delete(young);
  }

  private static FileTime longAgo() {
    return FileTime.from(Instant.now().minus(Duration.ofDays(3)));
  }

  private static Path stray(Path store, FileTime changed) throws Exception {
    String digest = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    Path file =
        store.resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4)).resolve(digest);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "nobody's");
    return Files.setLastModifiedTime(file, changed);
  }

  private void fire(String bean) {
    try (ServerTimers timers = ServerTimers.of(timbre)) {
      timers.fire(bean);
    }
  }

  private long count(String rows) throws SQLException {
    return Long.parseLong(text("select count(*) from " + rows));
  }

  private String text(String query) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertThat(row.next()).as(query).isTrue();
      return row.getString(1);
    }
  }

  private void run(String change, Object... values) throws SQLException {
    try (Connection owner = timbre.database().asOwner().getConnection();
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(change.formatted(values));
    }
  }
}
