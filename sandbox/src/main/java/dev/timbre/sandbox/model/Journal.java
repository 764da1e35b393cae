package dev.timbre.sandbox.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The file that outlives a kill: one line per commit, each a JSON array of facts. A line that was
 * cut off by a kill is the last one and counts as never written, so a commit holds as a whole or
 * not at all.
 */
final class Journal implements AutoCloseable {
  private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

  private final Path file;
  private OutputStream out;

  Journal(Path file) {
    this.file = file;
  }

  /** Every whole line written so far. */
  List<Fact> read() throws IOException {
    List<Fact> facts = new ArrayList<>();
    if (!Files.exists(file)) {
      return facts;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n');
    for (String line : text.substring(0, end + 1).lines().toList()) {
      if (!line.isBlank()) {
        facts.addAll(Json.MAPPER.readValue(line, FACTS));
      }
    }
    return facts;
  }

  /** Replaces the file by these facts alone, then stays open for more. */
  void restart(Collection<Fact> facts) throws IOException {
    close();
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, line(facts));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    out = new FileOutputStream(file.toFile(), true);
  }

  void append(List<Fact> facts) {
    try {
      out.write(line(facts));
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + file + " cannot be written", e);
    }
  }

  private static byte[] line(Collection<Fact> facts) throws JsonProcessingException {
    String json = Json.MAPPER.writerFor(FACTS).writeValueAsString(List.copyOf(facts));
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
