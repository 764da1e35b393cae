package dev.timbre.platform.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The schema's migrations. They run as the owner of the tables; the application serves as a lesser
 * role, to which the last step gives its rights, and which may only insert into the audit tables.
 */
public final class SchemaMigration {

  /** Any number will do, so long as no one else takes it: "timbre" in ASCII. */
  private static final long LOCK = 0x74696d627265L;

  private static final System.Logger LOG = System.getLogger(SchemaMigration.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int MOST_ATTEMPTS = 60;

  private final DataSource owner;
  private final Flyway flyway;

  /**
   * @param owner connects as the role that owns the tables
   * @param runtime connects as the role that the application serves with
   */
  public SchemaMigration(DataSource owner, DataSource runtime) {
    this(owner, runtime, null);
  }

  /**
   * @param owner connects as the role that owns the tables
   * @param runtime connects as the role that the application serves with
   * @param auditRetention how long entries of the audit log are kept; null for ever
   */
  public SchemaMigration(DataSource owner, DataSource runtime, Period auditRetention) {
    if (auditRetention != null && (auditRetention.isZero() || auditRetention.isNegative())) {
      throw new IllegalArgumentException(
          "timbre.audit.retention is " + auditRetention + "; give at least a day, such as P10Y.");
    }
    String retention = auditRetention == null ? "" : auditRetention.toString();
    this.owner = owner;
    this.flyway =
        Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(owner)
            .locations("classpath:db/migration")
            .placeholders(Map.of("runtimeRole", userOf(runtime), "auditRetention", retention))
            // the server may have made tables of its own before the first start
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load();
  }

  /**
   * Applies what is missing. Nodes that start together wait for each other: Flyway's own lock comes
   * too late for two that both find no history table and make it.
   */
  public void migrate() {
    try (Connection connection = awaited(owner);
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      try {
        flyway.migrate();
      } finally {
        statement.execute("select pg_advisory_unlock(" + LOCK + ")");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database does not answer as the owner role; check timbre.db.url,"
              + " timbre.db.owner.user and timbre.db.owner.password.",
          e);
    }
  }

  /** How many migrations are known and not applied; 0 when the schema is current. */
  public int pending() {
    return flyway.info().pending().length;
  }

  private static String userOf(DataSource source) {
    try (Connection connection = awaited(source)) {
      return connection.getMetaData().getUserName();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database does not answer as the runtime role; check timbre.db.url, timbre.db.user"
              + " and timbre.db.password.",
          e);
    }
  }

  /** The server may be started before its database: that is waited for, a wrong password is not. */
  private static Connection awaited(DataSource source) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return source.getConnection();
      } catch (SQLException e) {
        if (attempt == MOST_ATTEMPTS || isRefusal(e)) {
          throw e;
        }
        LOG.log(System.Logger.Level.WARNING, "Waiting for the database: {0}", e.getMessage());
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** SQL state class 28 is "invalid authorization", 3D "no such database". */
  private static boolean isRefusal(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
      if (state != null && (state.startsWith("28") || state.startsWith("3D"))) {
        return true;
      }
    }
    return false;
  }
}
