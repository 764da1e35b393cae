package dev.timbre.sandbox.demo;

import dev.timbre.sandbox.SandboxConfig;
import dev.timbre.sandbox.local.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts everything, takes the main walk once, says where everything is, and serves until it is
 * stopped. The one argument is the top directory of the project; ports are system properties, see
 * {@link DemoSettings}.
 *
 * <p>Once a walk has reached its end, its data are kept: the next run finds the voice and only
 * speaks. A walk that was cut short leaves nothing to build on, so the next run begins anew. {@code
 * ./mvnw clean} removes it all.
 */
public final class Demo {
  private final DemoSettings settings;
  private final DemoStack stack;
  private final Story story = new Story(System.out);
  private volatile boolean stopping;

  private Demo(DemoSettings settings) {
    this.settings = settings;
    this.stack = new DemoStack(settings);
  }

  /** Ends with exit code 1 and one reason when a step fails. */
  public static void main(String[] args) {
    quiet();
    int code = 1;
    try {
      new Demo(DemoSettings.of(Path.of(args.length == 0 ? "." : args[0]), System.getProperties()))
          .run();
      code = 0;
    } catch (DemoFault | IOException e) {
      System.err.printf("%nThe demo cannot go on. %s%n", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.flush();
    System.exit(code);
  }

  /** Libraries would otherwise mix their own words into the story. */
  private static void quiet() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  private void run() throws DemoFault, IOException, InterruptedException {
    stack.checkPorts();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "demo-stop"));
    try {
      boolean kept = prepare();
      start();
      Cast cast = kept ? comeBack() : walk();
      publish(cast);
    } catch (DemoFault | IOException e) {
      if (stopping) {
        return; // it failed because somebody stopped it
      }
      throw e;
    }
    stack.awaitEnd();
    if (!stopping) {
      throw new DemoFault("The server ended by itself; see " + log() + ".");
    }
  }

  /** Whether there is something to come back to. */
  private boolean prepare() throws IOException {
    Files.deleteIfExists(settings.propertiesFile());
    if (Files.exists(settings.keptFile())) {
      story.heading("Timbre's demo, again, with the data of the last time");
      System.out.println("They are in " + settings.directory() + "; './mvnw clean' removes them.");
      return true;
    }
    story.heading("Timbre's demo");
    Directories.delete(settings.directory());
    Files.createDirectories(settings.directory());
    return false;
  }

  private void start() throws IOException, InterruptedException {
    story.step("Start PostgreSQL on port " + settings.databasePort());
    stack.startDatabase();
    story.tell("Durable: what is committed is on the disk.");
    story.step("Start the sandbox provider on port " + settings.sandboxPort());
    stack.startSandbox();
    story.tell("It talks like MiniMax, really speaks, and charges play money.");
    story.step("Start the server on port " + settings.httpPort() + " (some 10 to 60 seconds)");
    stack.startServer();
    story.tell("Its log is " + log() + ".");
  }

  private Cast walk() throws DemoFault, IOException {
    Cast cast = new Casting(story, stack.server(), stack.provider()).cast();
    new Registration(story, stack.server(), cast).register(settings.previewFile());
    speak(cast);
    Cast.write(cast.toProperties(), settings.keptFile(), "What the next run needs of this one");
    return cast;
  }

  private Cast comeBack() throws DemoFault, IOException {
    Cast cast = Cast.read(settings.keptFile());
    new Casting(story, stack.server(), stack.provider()).moveAccount(cast);
    speak(cast);
    return cast;
  }

  private void speak(Cast cast) throws DemoFault {
    FirstSpeech speech = new FirstSpeech(story, stack.server(), cast);
    speech.speak(settings.speechFile());
    speech.compareLedgers(stack.provider());
    speech.showAudit();
  }

  private void publish(Cast cast) throws IOException {
    Properties properties = cast.toProperties();
    properties.setProperty("url", stack.server().toString());
    properties.setProperty("health.url", stack.server() + "/health/ready");
    properties.setProperty("health.live.url", stack.server() + "/health/live");
    properties.setProperty("health.ready.url", stack.server() + "/health/ready");
    properties.setProperty("openapi.url", stack.server() + "/openapi");
    properties.setProperty("sandbox.url", stack.provider().toString());
    properties.setProperty("sandbox.key", SandboxConfig.DEMO_KEY);
    properties.setProperty("speech.file", settings.speechFile().toString());
    Cast.write(properties, settings.propertiesFile(), "The demo that is running now");
    story.heading("It is running");
    System.out.printf("Console      %s/%n", stack.server());
    for (Player player : cast.players()) {
      System.out.printf("  sign in as %-9s  password %s%n", player.role(), player.password());
    }
    System.out.printf("API key      %s%n", cast.apiKey());
    System.out.printf("Interface    %s/openapi%n", stack.server());
    System.out.printf("Health       %s/health/ready%n", stack.server());
    System.out.printf("Provider     %s/_sandbox/ledger%n", stack.provider());
    System.out.printf("All of it    %s%n", settings.propertiesFile());
    System.out.printf("%nLet it speak:%n%n%s%n", curl(cast));
    System.out.printf("%nStop it with Ctrl-C.%n");
  }

  private String curl(Cast cast) {
    return """
    curl -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
      -d '{"text": "Schön, dass Sie da sind."}' -o hello.mp3 \\
      %s/api/v1/voices/%s/speech\
    """
        .formatted(cast.apiKey(), stack.server(), Registration.VOICE)
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
    System.out.println("The demo has stopped.");
  }
}
