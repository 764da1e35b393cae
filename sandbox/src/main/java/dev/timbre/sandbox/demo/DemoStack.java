package dev.timbre.sandbox.demo;

import dev.timbre.sandbox.Sandbox;
import dev.timbre.sandbox.SandboxConfig;
import dev.timbre.sandbox.local.DatabaseConfig;
import dev.timbre.sandbox.local.Guard;
import dev.timbre.sandbox.local.LocalDatabase;
import dev.timbre.sandbox.local.LocalServer;
import dev.timbre.sandbox.local.Ports;
import dev.timbre.sandbox.local.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the demo runs: PostgreSQL, the provider and the server. It can be closed from another thread
 * at any moment, in the middle of starting too, and then starts nothing more.
 */
final class DemoStack implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final String CLOSED = "The demo was stopped.";

  private final DemoSettings settings;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private Guard guard;
  private LocalDatabase database;
  private Sandbox sandbox;
  private LocalServer server;
  private boolean closed;

  DemoStack(DemoSettings settings) {
    this.settings = settings;
  }

  /** Says which port is taken before anything is started. */
  void checkPorts() throws IOException {
    Ports.claim(settings.httpPort(), "the server", LocalServer.HTTP_PORT_PROPERTY);
    Ports.claim(
        settings.managementPort(), "the server's management", LocalServer.MANAGEMENT_PORT_PROPERTY);
    Ports.claim(settings.databasePort(), "PostgreSQL", LocalDatabase.PORT_PROPERTY);
    Ports.claim(settings.sandboxPort(), "the sandbox provider", DemoSettings.SANDBOX_PORT_PROPERTY);
  }

  synchronized void startDatabase() throws IOException {
    requireOpen();
    guard = started(Guard.start());
    DatabaseConfig config = DatabaseConfig.kept(settings.directory().resolve("postgres"));
    database = started(LocalDatabase.start(config.withPort(settings.databasePort())));
    guard.watch(database.pid());
  }

  synchronized void startSandbox() throws IOException {
    requireOpen();
    SandboxConfig config = providerConfig();
    sandbox = started(Sandbox.start(config.withPort(settings.sandboxPort())));
  }

  private SandboxConfig providerConfig() {
    return SandboxConfig.in(settings.directory().resolve("provider"));
  }

  private synchronized void launchServer() throws IOException {
    requireOpen();
    ServerConfig config =
        ServerConfig.of(settings.serverHome(), settings.directory().resolve("server"))
            .withPorts(settings.httpPort(), settings.managementPort())
            .withDatabase(database)
            // the provider's clock can be moved, and both must tell the same time
            .withProperty(
                "timbre.platform.clock.file",
                providerConfig().clockFile().toAbsolutePath().toString())
            .withProperty("timbre.provider.allowed-hosts", "127.0.0.1")
            .withEnvironment("TIMBRE_PROVIDER_KEY_SANDBOX", SandboxConfig.DEMO_KEY)
            .withEnvironment(
                "TIMBRE_ACCESS_FIRST_ADMIN_SECRET", new Player(Cast.ADMIN, "", null).password());
    server = started(LocalServer.start(config));
    guard.watch(server.process().pid());
  }

  /** Starts the server and waits until it answers. */
  void startServer() throws IOException, InterruptedException {
    launchServer();
    server.awaitReady(START_LIMIT);
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException(CLOSED);
    }
  }

  private <T extends AutoCloseable> T started(T part) {
    running.push(part);
    return part;
  }

  URI server() {
    return server.uri();
  }

  URI management() {
    return server.managementUri();
  }

  URI provider() {
    return sandbox.baseUri();
  }

  /** Waits until the server's process ends. */
  void awaitEnd() {
    server.process().onExit().join();
  }

  /** What was started last is stopped first; one that resists does not keep the others alive. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        System.err.println("While stopping: " + e.getMessage());
      }
    }
  }
}
