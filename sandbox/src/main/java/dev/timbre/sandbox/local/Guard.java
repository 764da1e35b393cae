package dev.timbre.sandbox.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A small process that ends others when the one that started it is gone, however that came: a
 * killed process runs no code of its own any more, but its end of a pipe is closed.
 */
public final class Guard implements AutoCloseable {
  private static final String DISMISSED = "dismissed";
  private static final long PATIENCE_SECONDS = 15;

  private final Process process;

  private Guard(Process process) {
    this.process = process;
  }

  /** Starts the guard; it watches over nothing yet. */
  public static Guard start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    try {
      Path classes =
          Path.of(Guard.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      ProcessBuilder builder =
          new ProcessBuilder(
              java,
              "-Xmx16m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              classes.toString(),
              Guard.class.getName());
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      return new Guard(builder.start());
    } catch (URISyntaxException e) {
      throw new IOException("The classes of the guard are nowhere to be found.", e);
    }
  }

  /** The process is to end with us; what was named last ends first. */
  public void watch(long pid) throws IOException {
    say(Long.toString(pid));
  }

  private void say(String line) throws IOException {
    OutputStream pipe = process.getOutputStream();
    pipe.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    pipe.flush();
  }

  /** Dismisses the guard: we ended everything ourselves. */
  @Override
  public void close() {
    try {
      say(DISMISSED);
      process.getOutputStream().close();
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      process.destroy(); // it is gone already, as after Ctrl-C, which ends a whole group
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** The guard's own process. */
  public static void main(String[] args) throws IOException, InterruptedException {
    listen(System.in);
  }

  /** Ends whom the lines name, unless the last line dismisses. */
  static void listen(InputStream pipe) throws IOException, InterruptedException {
    Deque<ProcessHandle> watched = new ArrayDeque<>();
    var in = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(DISMISSED)) {
        return;
      }
      ProcessHandle.of(Long.parseLong(line)).ifPresent(watched::push);
    }
    for (ProcessHandle handle : watched) {
      end(handle);
    }
  }

  private static void end(ProcessHandle handle) throws InterruptedException {
    handle.destroy();
    try {
      handle.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      handle.destroyForcibly();
    }
  }
}
