package dev.timbre.sandbox.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * The built server as a child process on a base directory of its own, so that several can run side
 * by side and the one that was built stays as it was.
 */
public final class LocalServer implements AutoCloseable {
  /** What a reader sets to choose the ports. */
  public static final String HTTP_PORT_PROPERTY = "timbre.http.port";

  public static final String MANAGEMENT_PORT_PROPERTY = "timbre.management.port";

  /** Any path that only Timbre answers, with 401 to somebody without a key. */
  private static final String API_PATH = "/api/v1/voices";

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final ServerConfig config;
  private final ServerLog log;
  private final Process process;

  private LocalServer(ServerConfig config, ServerLog log, Process process) {
    this.config = config;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts the process and returns at once, see {@link #awaitReady}. Configuration and deployments
   * are copied anew, and what an earlier run on this base directory remembered is kept.
   *
   * @throws java.net.BindException when a port is taken
   * @throws IOException when there is no server in the home directory
   */
  public static LocalServer start(ServerConfig wanted) throws IOException {
    if (Files.notExists(wanted.home().resolve("jboss-modules.jar"))) {
      throw new IOException("There is no server in " + wanted.home() + ": build the EAR first.");
    }
    ServerConfig config =
        wanted.withPorts(
            Ports.claim(wanted.httpPort(), "the server", HTTP_PORT_PROPERTY),
            Ports.claim(
                wanted.managementPort(), "the server's management", MANAGEMENT_PORT_PROPERTY));
    for (String part : List.of("configuration", "data/content", "deployments", "lib")) {
      Directories.replace(config.template().resolve(part), config.base().resolve(part));
    }
    Path base = config.base().toAbsolutePath();
    ServerLog log = ServerLog.appendedTo(base.resolveSibling(base.getFileName() + ".log"));
    Process process =
        Launcher.of(command(config))
            .addEnvironmentVariables(config.environment())
            .setRedirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
            .launch();
    process.getOutputStream().close();
    return new LocalServer(config, log, process);
  }

  private static StandaloneCommandBuilder command(ServerConfig config) {
    StandaloneCommandBuilder command =
        StandaloneCommandBuilder.of(config.home().toAbsolutePath())
            .setBaseDirectory(config.base().toAbsolutePath())
            .addJavaOptions(config.javaOptions());
    // options of the machine and not of the server, so that the first lines of the log know them
    new TreeMap<>(config.properties())
        .forEach((name, value) -> command.addJavaOption("-D" + name + "=" + value));
    return command
        .addServerArgument("-Djboss.http.port=" + config.httpPort())
        .addServerArgument("-Djboss.management.http.port=" + config.managementPort());
  }

  /**
   * Waits until Timbre answers.
   *
   * @throws IOException when the process ends, the deployment fails or the time is over; the
   *     message has the last errors of the log
   */
  public void awaitReady(Duration limit) throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!answers()) {
      if (!process.isAlive()) {
        throw fault("ended with exit code " + process.exitValue());
      }
      if (log.contains("WFLYSRV0026") || log.contains("WFLYSRV0056")) {
        throw fault("started, but what is deployed in it failed");
      }
      if (System.nanoTime() - end > 0) {
        throw fault("did not answer within " + limit.toSeconds() + " s");
      }
      Thread.sleep(POLL.toMillis());
    }
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve(API_PATH)).timeout(ANSWER_LIMIT).build();
    try {
      int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
      return status == 200 || status == 401;
    } catch (IOException e) {
      return false; // nobody listens yet
    }
  }

  private IOException fault(String what) throws IOException {
    String errors = String.join(System.lineSeparator(), log.lastErrors());
    return new IOException(
        "The server %s. Its log is %s; the last errors there:%n%s"
            .formatted(what, log.file(), errors.isEmpty() ? "(none)" : errors));
  }

  /** Scheme, host and port, without a slash at the end. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + config.httpPort());
  }

  /** The same of the management interface. */
  public URI managementUri() {
    return URI.create("http://127.0.0.1:" + config.managementPort());
  }

  /** How it was started, with the ports that it took; starts it again after it ended. */
  public ServerConfig config() {
    return config;
  }

  /** Its console log, beside the base directory. */
  public Path log() {
    return log.file();
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Ends the process in the middle of whatever it does, as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets the server finish what it does, and ends it when that takes long. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
