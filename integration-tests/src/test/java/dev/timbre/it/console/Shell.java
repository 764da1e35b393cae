package dev.timbre.it.console;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs other programs, as long as they may take and no longer. */
final class Shell {

  /** So that nobody is asked anything. */
  private static final File NOTHING = new File("/dev/null");

  private Shell() {}

  /** Whether the program is there and ended well; what it says is not kept. */
  static boolean succeeds(int seconds, String... command) {
    return run(seconds, Map.of(), Redirect.DISCARD, List.of(command));
  }

  /** Whether the program ended well; what it says goes to the test's own output. */
  static boolean runs(int seconds, Map<String, String> environment, List<String> command) {
    return run(seconds, environment, Redirect.INHERIT, command);
  }

  private static boolean run(
      int seconds, Map<String, String> environment, Redirect output, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.redirectInput(Redirect.from(NOTHING));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false; // there is no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
