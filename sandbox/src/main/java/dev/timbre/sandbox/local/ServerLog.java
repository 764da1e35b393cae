package dev.timbre.sandbox.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one run of the server wrote to its console. */
final class ServerLog {
  private static final int MAX_ERRORS = 5;
  private static final int MAX_LINE = 600;

  private final Path file;
  private final long from;

  private ServerLog(Path file, long from) {
    this.file = file;
    this.from = from;
  }

  /** The log of a run that is about to begin; earlier runs stay in the file and do not count. */
  static ServerLog appendedTo(Path file) throws IOException {
    return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
  }

  Path file() {
    return file;
  }

  boolean contains(String text) throws IOException {
    return read().contains(text);
  }

  /** The last error lines, each cut to a readable length. */
  List<String> lastErrors() throws IOException {
    List<String> errors =
        read()
            .lines()
            .filter(ServerLog::isError)
            .map(line -> line.length() > MAX_LINE ? line.substring(0, MAX_LINE) + "…" : line)
            .toList();
    return errors.subList(Math.max(0, errors.size() - MAX_ERRORS), errors.size());
  }

  private static boolean isError(String line) {
    return line.contains(" ERROR ")
        || line.startsWith("Caused by:")
        || line.contains("\"level\":\"ERROR\"");
  }

  private String read() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(from);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
