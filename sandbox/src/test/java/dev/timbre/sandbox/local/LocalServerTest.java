package dev.timbre.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be said without the built server: a home directory whose server cannot even begin. */
class LocalServerTest {
  @TempDir Path directory;
  private ServerConfig config;

  @BeforeEach
  void brokenServer() throws IOException {
    Path home = directory.resolve("home");
    for (String part : new String[] {"configuration", "data/content", "deployments", "lib"}) {
      Files.createDirectories(home.resolve("standalone").resolve(part));
    }
    Files.createDirectories(home.resolve("modules"));
    Files.createFile(home.resolve("jboss-modules.jar"));
    Files.createFile(home.resolve("standalone/configuration/standalone.xml"));
    config = ServerConfig.of(home, directory.resolve("base"));
  }

  @Test
  void takenPorts_areNamedWithTheirProperties() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = other.getLocalPort();

      assertThatThrownBy(() -> LocalServer.start(config.withPorts(taken, 0)))
          .isInstanceOf(BindException.class)
          .hasMessageContainingAll("Port " + taken + " is taken", "-Dtimbre.http.port=");
      assertThatThrownBy(() -> LocalServer.start(config.withPorts(0, taken)))
          .hasMessageContainingAll("Port " + taken + " is taken", "-Dtimbre.management.port=");
    }
  }

  @Test
  void homeWithoutServer_isRefused() {
    var nowhere = ServerConfig.of(directory.resolve("nowhere"), directory.resolve("base"));

    assertThatThrownBy(() -> LocalServer.start(nowhere))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("There is no server in");
  }

  @Test
  void processThatEnds_isReportedBeforeTheTimeIsOver() throws IOException {
    try (LocalServer server = LocalServer.start(config)) {
      assertThatThrownBy(() -> server.awaitReady(Duration.ofMinutes(10)))
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("ended with exit code 1", server.log().toString());
    }
  }

  @Test
  void started_copiesWhatItReadsAndKeepsWhatItRemembers() throws IOException {
    Path remembered = directory.resolve("base/data/timbre/blob");
    Path stale = directory.resolve("base/deployments/stale.ear");
    for (Path path : new Path[] {remembered, stale}) {
      Files.createDirectories(path.getParent());
      Files.createFile(path);
    }

    LocalServer.start(config).close();

    assertThat(directory.resolve("base/configuration/standalone.xml")).exists();
    assertThat(remembered).exists();
    assertThat(stale).doesNotExist();
  }

  @Test
  void secrets_areNeverPrinted() {
    assertThat(config.withEnvironment("TIMBRE_DB_PASSWORD", "hunter2"))
        .asString()
        .contains("TIMBRE_DB_PASSWORD")
        .doesNotContain("hunter2");
  }
}
