package dev.timbre.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A real PostgreSQL, started once per run and shared by all tests, with the two roles of a
 * deployment: {@code timbre_owner} owns the database, {@code timbre_app} serves.
 */
public final class TestPostgres {

  public static final String OWNER = "timbre_owner";
  public static final String RUNTIME = "timbre_app";

  private static final String DATABASE = "timbre";
  // two hundred callers at once, and those that watch them
  private static final String MAX_CONNECTIONS = "300";

  /** Tests lose nothing that anybody misses; benchmarks of what is durable set it to "on". */
  private static final String DURABLE = System.getProperty("timbre.test.durable", "off");

  private static final AtomicInteger SPARE = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestPostgres() {}

  /** Connects as the role that owns the tables. */
  public static DataSource owner() {
    return SERVER.getDatabase(OWNER, DATABASE);
  }

  /** Connects as the role that the application serves with. */
  public static DataSource runtime() {
    return SERVER.getDatabase(RUNTIME, DATABASE);
  }

  /** Connects as the superuser. */
  static DataSource superuser() {
    return SERVER.getDatabase("postgres", DATABASE);
  }

  /** Makes one more database, empty, for tests of the migration itself. */
  public static Map<String, DataSource> empty() {
    String name = "spare_" + SPARE.incrementAndGet();
    run(SERVER.getPostgresDatabase(), "create database " + name + " owner " + OWNER);
    return Map.of(
        OWNER, SERVER.getDatabase(OWNER, name), RUNTIME, SERVER.getDatabase(RUNTIME, name));
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

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
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
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
