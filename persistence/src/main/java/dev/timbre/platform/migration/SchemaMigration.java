package dev.timbre.platform.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The schema's migrations. They run as the owner of the tables; the application serves as a lesser
 * role, to which the last step gives its rights, and which may only insert into the audit tables.
 */
public final class SchemaMigration {

  /** Any number will do, so long as no one else takes it: "timbre" in ASCII. */
  private static final long LOCK = 0x74696d627265L;

  private final DataSource owner;
  private final Flyway flyway;

  /**
   * @param owner connects as the role that owns the tables
   * @param runtime connects as the role that the application serves with
   */
  public SchemaMigration(DataSource owner, DataSource runtime) {
    this.owner = owner;
    this.flyway =
        Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(owner)
            .locations("classpath:db/migration")
            .placeholders(Map.of("runtimeRole", userOf(runtime)))
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
    try (Connection connection = owner.getConnection();
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
    try (Connection connection = source.getConnection()) {
      return connection.getMetaData().getUserName();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "The database does not answer as the runtime role; check timbre.db.url, timbre.db.user"
              + " and timbre.db.password.",
          e);
    }
  }
}
