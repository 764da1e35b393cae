package dev.timbre.it.replay;

import static org.awaitility.Awaitility.await;

import dev.timbre.it.system.RunningTimbre;
import dev.timbre.sandbox.local.LocalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The work in the database: a clock that jumps must not cut any of it in two. */
final class DurableWork {

  private DurableWork() {}

  /** Waits until no work is under way or about to be. */
  static void awaitRest(RunningTimbre timbre, Supplier<Instant> now, Duration patience) {
    await()
        .atMost(patience)
        .until(
            () ->
                count(
                        timbre,
                        "select count(*) from operation where finished_at is null"
                            + " and (state = 'RUNNING' or due_at < '"
                            + now.get().plusSeconds(60)
                            + "')")
                    == 0);
  }

  static long count(RunningTimbre timbre, String query) {
    try (Connection connection =
            DriverManager.getConnection(
                timbre.database().jdbcUrl(), LocalDatabase.USER, timbre.database().password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
