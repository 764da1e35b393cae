package dev.timbre.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL, started once per run and shared by all tests, with the two roles of a
 * deployment: {@code timbre_owner} owns the database, {@code timbre_app} serves.
 */
public final class TestPostgres {

  public static final String OWNER = "timbre_owner";
  public static final String RUNTIME = "timbre_app";

  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "timbre";
  // two hundred callers at once, and those that watch them
  private static final String MAX_CONNECTIONS = "300";

  /** Tests lose nothing that anybody misses; benchmarks of what is durable set it to "on". */
  private static final String DURABLE = System.getProperty("timbre.test.durable", "off");

  /** Set in further processes of a test, which use the server of the first. */
  private static final String SHARED = "timbre.test.postgres-port";

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private static final AtomicInteger SPARE = new AtomicInteger();
  private static final int PORT =
      System.getProperty(SHARED) == null ? start() : Integer.getInteger(SHARED);

  private TestPostgres() {}

  /** What lets another process of the test use the same server. */
  public static String shared() {
    return "-D" + SHARED + "=" + PORT;
  }

  /** Connects as the role that owns the tables. */
  public static DataSource owner() {
    return database(OWNER, DATABASE);
  }

  /** Connects as the role that the application serves with. */
  public static DataSource runtime() {
    return database(RUNTIME, DATABASE);
  }

  /** Connects as the superuser. */
  static DataSource superuser() {
    return database(SUPERUSER, DATABASE);
  }

  /** Makes one more database, empty, for tests of the migration itself. */
  public static Map<String, DataSource> empty() {
    String name = "spare_" + SPARE.incrementAndGet();
    run(database(SUPERUSER, SUPERUSER), "create database " + name + " owner " + OWNER);
    return Map.of(OWNER, database(OWNER, name), RUNTIME, database(RUNTIME, name));
  }

  private static DataSource database(String user, String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {PORT});
    source.setDatabaseName(name);
    source.setUser(user);
    return source;
  }

  /** Runs statements in one transaction. */
  public static void run(DataSource source, String... statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static int start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setPGStartupWait(START_LIMIT)
              // letters beyond ASCII have two cases whatever the machine's own locale says
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setServerConfig("max_connections", MAX_CONNECTIONS)
              .setServerConfig("fsync", DURABLE)
              .setServerConfig("synchronous_commit", DURABLE)
              .setServerConfig("full_page_writes", DURABLE)
              .start();
      run(server.getPostgresDatabase(), "create role " + OWNER + " login");
      run(server.getPostgresDatabase(), "create role " + RUNTIME + " login");
      run(server.getPostgresDatabase(), "create database " + DATABASE + " owner " + OWNER);
      return server.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
