package dev.timbre.sandbox.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A PostgreSQL of our own with the database {@code timbre}, as Timbre expects it: a role that owns
 * it and a lesser one that serves. Works for root as for others. Whoever is on this machine may
 * connect, with any password: it is for laptops and tests.
 */
public final class LocalDatabase implements AutoCloseable {
  /** The database, and the role that serves. */
  public static final String USER = "timbre";

  /** The role that owns the database and migrates it. */
  public static final String OWNER = "timbre_owner";

  /** What a reader sets to choose the port. */
  public static final String PORT_PROPERTY = "timbre.db.port";

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final DatabaseConfig config;
  private final int port;
  private EmbeddedPostgres postgres;

  private LocalDatabase(DatabaseConfig config, int port) {
    this.config = config;
    this.port = port;
  }

  /**
   * Starts the database; when this returns it serves, with both roles.
   *
   * @throws java.net.BindException when the port is taken
   * @throws IOException when PostgreSQL does not start; the message names its log
   */
  public static LocalDatabase start(DatabaseConfig config) throws IOException {
    int port = Ports.claim(config.port(), "PostgreSQL", PORT_PROPERTY);
    if (!config.kept()) {
      Directories.delete(config.dataDirectory());
    }
    LocalDatabase database = new LocalDatabase(config, port);
    database.start();
    return database;
  }

  /** Starts it again after {@link #stop()}, on the same port with the same data. */
  public synchronized void start() throws IOException {
    if (postgres != null) {
      return;
    }
    Path data = config.dataDirectory().toAbsolutePath();
    Files.createDirectories(data.getParent());
    Ports.claim(port, "PostgreSQL", PORT_PROPERTY);
    try {
      postgres = builder(data).start();
      createRoles();
    } catch (IOException | IllegalStateException | SQLException e) {
      stop();
      throw new IOException("PostgreSQL did not start; its log is " + log() + ": " + e, e);
    }
  }

  private EmbeddedPostgres.Builder builder(Path data) {
    Redirect log = Redirect.appendTo(log().toFile());
    String sync = config.durable() ? "on" : "off";
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START_LIMIT)
        // binaries that another user unpacked might not be ours to read
        .setOverrideWorkingDirectory(binaries().toFile())
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        // the same everywhere, whatever LANG says and whichever locales are installed
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", sync)
        .setServerConfig("synchronous_commit", sync);
  }

  private static Path binaries() {
    String user = System.getProperty("user.name").replaceAll("\\W", "_");
    return Path.of(System.getProperty("java.io.tmpdir"), "timbre-postgres-" + user);
  }

  private void createRoles() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      putRole(connection, OWNER, config.ownerPassword());
      putRole(connection, USER, config.password());
      if (!exists(connection, "select 1 from pg_database where datname = ?", USER)) {
        run(connection, "create database %I owner %I", USER, OWNER);
      }
    }
  }

  private static void putRole(Connection connection, String name, String password)
      throws SQLException {
    boolean there = exists(connection, "select 1 from pg_roles where rolname = ?", name);
    String verb = there ? "alter" : "create";
    run(connection, verb + " role %I login password %L", name, password);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  /** DDL takes no parameters, so the database itself puts them into the text. */
  private static void run(Connection connection, String template, String first, String second)
      throws SQLException {
    try (PreparedStatement format = connection.prepareStatement("select format(?, ?, ?)");
        var ddl = connection.createStatement()) {
      format.setString(1, template);
      format.setString(2, first);
      format.setString(3, second);
      ResultSet text = format.executeQuery();
      text.next();
      ddl.execute(text.getString(1));
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + USER;
  }

  public int port() {
    return port;
  }

  public String password() {
    return config.password();
  }

  public String ownerPassword() {
    return config.ownerPassword();
  }

  /** The database {@code timbre} as the role that owns it. */
  public DataSource asOwner() {
    return postgres.getDatabase(OWNER, USER);
  }

  /** The process that all others of this database descend from. */
  public long pid() throws IOException {
    Path file = config.dataDirectory().resolve("postmaster.pid");
    try (Stream<String> lines = Files.lines(file)) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    }
  }

  /** PostgreSQL's own log. */
  public Path log() {
    Path data = config.dataDirectory().toAbsolutePath();
    return data.resolveSibling(data.getFileName() + ".log");
  }

  /** Stops the database and cuts its connections; what was committed stays. Again is harmless. */
  public synchronized void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
      postgres = null;
    }
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
