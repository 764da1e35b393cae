package dev.timbre.sandbox.demo;

import dev.timbre.sandbox.local.LocalDatabase;
import dev.timbre.sandbox.local.LocalServer;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the demo runs.
 *
 * @param root the top directory of the project
 * @param httpPort of the console and the REST interface
 * @param managementPort of the server's management
 * @param databasePort of PostgreSQL
 * @param sandboxPort of the provider
 */
record DemoSettings(
    Path root, int httpPort, int managementPort, int databasePort, int sandboxPort) {
  static final String SANDBOX_PORT_PROPERTY = "timbre.sandbox.port";

  /**
   * @throws DemoFault when a port is no number
   */
  static DemoSettings of(Path root, Properties properties) throws DemoFault {
    return new DemoSettings(
        root.toAbsolutePath().normalize(),
        port(properties, LocalServer.HTTP_PORT_PROPERTY, "8080"),
        port(properties, LocalServer.MANAGEMENT_PORT_PROPERTY, "9990"),
        port(properties, LocalDatabase.PORT_PROPERTY, "15432"),
        port(properties, SANDBOX_PORT_PROPERTY, "8090"));
  }

  private static int port(Properties properties, String name, String usual) throws DemoFault {
    String value = properties.getProperty(name, usual);
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
      throw new DemoFault("-D" + name + " must be a port in [0, 65535], but is '" + value + "'.");
    }
    return Integer.parseInt(value);
  }

  /** Everything that the demo writes. */
  Path directory() {
    return root.resolve("target").resolve("demo");
  }

  /** The server that the build made. */
  Path serverHome() {
    return root.resolve("ear").resolve("target").resolve("server");
  }

  /** What callers read to find their way; only there while the demo serves. */
  Path propertiesFile() {
    return directory().resolve("demo.properties");
  }

  /** What the next run needs of this one; there once a walk has reached its end. */
  Path keptFile() {
    return directory().resolve("kept.properties");
  }

  Path speechFile() {
    return directory().resolve("speech.mp3");
  }

  Path previewFile() {
    return directory().resolve("preview.mp3");
  }
}
