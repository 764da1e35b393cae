package dev.timbre.sandbox.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests, oldest first; kept through a restart, one JSON line each. */
public final class RequestLog implements AutoCloseable {
  private static final int KEPT = 10_000;

  private final Deque<RequestEntry> entries = new ArrayDeque<>();
  private final Path file;
  private OutputStream out;

  RequestLog(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      // A line without its end was cut off by a kill.
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        keep(Json.MAPPER.readValue(line, RequestEntry.class));
      }
    }
    rewrite();
  }

  /** Adds a request that is about to be answered. */
  public synchronized void add(RequestEntry entry) {
    keep(entry);
    try {
      out.write(line(entry));
    } catch (IOException e) {
      throw new UncheckedIOException("the request log " + file + " cannot be written", e);
    }
  }

  public synchronized List<RequestEntry> all() {
    return List.copyOf(entries);
  }

  public synchronized void clear() throws IOException {
    entries.clear();
    rewrite();
  }

  private void keep(RequestEntry entry) {
    entries.addLast(entry);
    if (entries.size() > KEPT) {
      entries.removeFirst();
    }
  }

  private void rewrite() throws IOException {
    close();
    out = new FileOutputStream(file.toFile());
    for (RequestEntry entry : entries) {
      out.write(line(entry));
    }
  }

  private static byte[] line(RequestEntry entry) throws JsonProcessingException {
    return (Json.MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
