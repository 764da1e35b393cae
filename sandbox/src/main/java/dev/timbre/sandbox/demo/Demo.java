package dev.timbre.sandbox.demo;

import dev.timbre.sandbox.SandboxConfig;
import dev.timbre.sandbox.local.Directories;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts everything, takes the main walk once, says where everything is, and serves until it is
 * stopped. The one argument is the top directory of the project; ports are system properties, see
 * {@link DemoSettings}.
 *
 * <p>Once a walk has reached its end, its data are kept: the next run finds the voice and only
 * speaks. A walk that was cut short leaves nothing to build on, so the next run begins anew. {@code
 * ./mvnw clean} and deleting {@code target/demo} do the same.
 */
public final class Demo {
  private final DemoSettings settings;
  private final DemoStack stack;
  private final Story story = new Story();
  private volatile boolean stopping;

  private Demo(DemoSettings settings) {
    this.settings = settings;
    this.stack = new DemoStack(settings);
  }

  /** Ends with exit code 1 and one reason when a step fails. */
  public static void main(String[] args) {
    quiet();
    Path root = Path.of(args.length == 0 ? "." : args[0]);
    try {
      new Demo(DemoSettings.of(root, System.getProperties())).run();
      System.exit(0);
    } catch (DemoFault | IOException e) {
      System.err.printf("%nThe demo cannot go on. %s%n", reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(1);
  }

  /** Libraries would otherwise mix their own words into the story. */
  private static void quiet() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  private static String reason(Exception e) {
    // its message is often no more than a path
    return e instanceof FileSystemException f && f.getReason() == null
        ? f.getClass().getSimpleName() + ": " + f.getMessage()
        : e.getMessage();
  }

  private void run() throws DemoFault, IOException, InterruptedException {
    try (DemoLock lock = DemoLock.take(settings.directory())) {
      stack.checkPorts();
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "demo-stop"));
      boolean kept = prepare();
      start(kept);
      publish(kept ? comeBack() : walk());
      stack.awaitEnd();
      if (!stopping) {
        throw new DemoFault("The server ended by itself; see " + log() + ".");
      }
    } catch (DemoFault | IOException e) {
      if (!stopping) { // else it failed because somebody stopped it
        throw e;
      }
    }
  }

  /** Whether there is something to come back to. */
  private boolean prepare() throws IOException {
    Files.deleteIfExists(settings.propertiesFile());
    if (Files.exists(settings.keptFile())) {
      story.heading("Timbre's demo, with the data of the last time");
      story.line("They are in " + settings.directory() + "; delete that to begin anew.");
      return true;
    }
    story.heading("Timbre's demo");
    Directories.delete(settings.directory());
    Files.createDirectories(settings.directory());
    return false;
  }

  private void start(boolean kept) throws DemoFault, IOException, InterruptedException {
    story.step("Start PostgreSQL on port " + settings.databasePort());
    stack.startDatabase();
    story.tell("Durable: what is committed is on the disk.");
    story.cost(Story.FREE);
    story.step("Start the sandbox provider on port " + settings.sandboxPort());
    stack.startSandbox();
    story.tell("It talks like MiniMax, really speaks, and charges play money.");
    story.cost(Story.FREE);
    story.step("Start the server on port " + settings.httpPort() + " (10 to 60 seconds)");
    try {
      stack.startServer();
    } catch (IOException e) {
      String hint = "\nIf it does not like the kept data, delete " + settings.directory() + ".";
      throw new DemoFault(e.getMessage() + (kept ? hint : ""), e);
    }
    story.tell("Its log is " + log() + ".");
    story.cost(Story.FREE);
  }

  private Cast walk() throws DemoFault, IOException {
    Cast cast = new Casting(story, stack.server(), stack.provider()).cast();
    new Registration(story, stack.server(), cast).register(settings.previewFile());
    speak(cast);
    Cast.write(cast.toProperties(), settings.keptFile());
    return cast;
  }

  /** What people did with the last demo may stand in the way of speaking, not of serving. */
  private Cast comeBack() throws IOException {
    Cast cast = Cast.read(settings.keptFile());
    try {
      new Casting(story, stack.server(), stack.provider()).moveAccount(cast);
      speak(cast);
    } catch (DemoFault e) {
      story.tell("This does not work with the kept data: " + e.getMessage());
    }
    return cast;
  }

  private void speak(Cast cast) throws DemoFault {
    FirstSpeech speech = new FirstSpeech(story, stack.server(), cast);
    speech.speak(settings.speechFile());
    speech.compareLedgers(stack.provider());
    speech.showAudit();
  }

  private void publish(Cast cast) throws IOException {
    String server = stack.server().toString();
    Map<String, String> properties = cast.toProperties();
    properties.put("url", server);
    // all checks at once are there only; /live and /ready are there too
    properties.put("health.url", stack.management() + "/health");
    properties.put("health.live.url", server + "/health/live");
    properties.put("health.ready.url", server + "/health/ready");
    properties.put("openapi.url", server + "/openapi");
    properties.put("sandbox.url", stack.provider().toString());
    properties.put("sandbox.key", SandboxConfig.DEMO_KEY);
    properties.put("speech.file", settings.speechFile().toString());
    Cast.write(properties, settings.propertiesFile());

    story.heading("It is running");
    story.line("Console      " + server + "/");
    for (Player player : cast.players()) {
      story.line("  sign in as %-9s password %s".formatted(player.role(), player.password()));
    }
    story.line("API key      " + cast.apiKey());
    story.line("Interface    " + server + "/openapi");
    story.line("Health       " + server + "/health/ready");
    story.line("Provider     " + stack.provider() + "/_sandbox/ledger");
    story.line("All of it    " + settings.propertiesFile());
    story.line("\nLet it speak:\n\n" + curl(server, cast));
    story.line("\nStop it with Ctrl-C.");
  }

  private static String curl(String server, Cast cast) {
    return """
    curl -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
      -d '{"text": "Schön, dass Sie da sind."}' -o hello.mp3 \\
      %s/api/v1/voices/%s/speech\
    """
        .formatted(cast.apiKey(), server, Registration.VOICE)
        .indent(2)
        .stripTrailing();
  }

  private Path log() {
    return settings.directory().resolve("server.log");
  }

  private void stop() {
    stopping = true;
    stack.close();
    try {
      Files.deleteIfExists(settings.propertiesFile());
    } catch (IOException e) {
      System.err.println("While stopping: " + e.getMessage());
    }
    story.line("The demo has stopped.");
  }
}
