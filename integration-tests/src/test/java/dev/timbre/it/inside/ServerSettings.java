package dev.timbre.it.inside;

import dev.timbre.sandbox.local.DatabaseConfig;
import dev.timbre.sandbox.local.LocalDatabase;
import dev.timbre.sandbox.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;

/**
 * Gives Arquillian's server a database, ports and a base directory of its own. Arquillian loads it
 * before it reads its configuration, in the test's process only.
 */
public final class ServerSettings implements LoadableExtension {

  private static LocalDatabase database;

  @Override
  public void register(ExtensionBuilder builder) {
    try {
      prepare(Path.of(System.getProperty("timbre.it.directory"), "inside"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    builder.observer(DatabaseEnd.class);
  }

  private static void prepare(Path directory) throws IOException {
    database = LocalDatabase.start(DatabaseConfig.fresh(directory.resolve("db")));
    Path base = directory.resolve("base-" + ProcessHandle.current().pid());
    copy(Path.of(System.getProperty("timbre.bare")), base);
    int management = Ports.claim(0, "the server's management", "timbre.inside.management");
    int http = Ports.claim(0, "the server", "timbre.inside.http");
    List<String> arguments =
        List.of(
            "-Xmx768m",
            "-Djboss.server.base.dir=" + base.toAbsolutePath(),
            "-Djboss.http.port=" + http,
            "-Djboss.management.http.port=" + management,
            "-Dtimbre.log.json=false",
            "-Dtimbre.log.text=true",
            "-Dtimbre.db.url=" + database.jdbcUrl(),
            "-Dtimbre.db.password=" + database.password(),
            "-Dtimbre.db.owner.password=" + database.ownerPassword());
    System.setProperty("timbre.inside.management", Integer.toString(management));
    System.setProperty("timbre.inside.arguments", String.join(" ", arguments));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  /** Stops the database after the server. */
  public static final class DatabaseEnd {

    void end(@Observes(precedence = -100) AfterSuite event) throws IOException {
      database.close();
    }
  }
}
