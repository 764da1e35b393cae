package dev.timbre.it.system;

import dev.timbre.it.client.Timbre;
import dev.timbre.sandbox.local.LocalServer;
import dev.timbre.sandbox.local.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Another server on the same database, with the same settings. */
public final class SecondNode implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private LocalServer server;

  private SecondNode() {}

  /**
   * Starts it beside a server that knows its storage directory by a setting.
   *
   * @param base for it alone
   */
  public static SecondNode at(Path base, RunningTimbre first)
      throws IOException, InterruptedException {
    return start(base, first.config());
  }

  /** Starts it beside a server that keeps files in its own directory. */
  public static SecondNode beside(RunningTimbre first) throws IOException, InterruptedException {
    return beside(first, Map.of());
  }

  /** As above, with further settings. */
  public static SecondNode beside(RunningTimbre first, Map<String, String> more)
      throws IOException, InterruptedException {
    ServerConfig config = first.config();
    String store = config.base().resolve("data").resolve("timbre").toString();
    for (Map.Entry<String, String> setting : more.entrySet()) {
      config = config.withProperty(setting.getKey(), setting.getValue());
    }
    Path base = config.base().resolveSibling("second-" + UUID.randomUUID());
    return start(base, config.withProperty("timbre.storage.directory", store));
  }

  private static SecondNode start(Path base, ServerConfig first)
      throws IOException, InterruptedException {
    SecondNode node = new SecondNode();
    ServerConfig config =
        new ServerConfig(
            first.home(),
            first.template(),
            base,
            0,
            0,
            first.properties(),
            first.environment(),
            first.javaOptions());
    node.serve(config.withProperty("jboss.tx.node.id", "second"));
    return node;
  }

  private void serve(ServerConfig config) throws IOException, InterruptedException {
    server = LocalServer.start(config);
    server.awaitReady(START_LIMIT);
  }

  /** Ends it as a power cut would. */
  public void kill() throws InterruptedException {
    server.kill();
  }

  /** Starts it again, where it was. */
  public void startAgain() throws IOException, InterruptedException {
    serve(server.config());
  }

  public URI uri() {
    return server.uri();
  }

  /** A caller without a key. */
  public Timbre anybody() {
    return Timbre.at(this::uri);
  }

  @Override
  public void close() {
    server.close();
  }
}
