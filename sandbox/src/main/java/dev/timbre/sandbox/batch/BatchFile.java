package dev.timbre.sandbox.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.timbre.sandbox.chat.ChatHandler;
import dev.timbre.sandbox.model.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file of requests, one JSON object a line: MiniMax API reference, "Batch". */
final class BatchFile {
  static final long MAX_BYTES = 100_000_000;
  static final int MAX_LINES = 50_000;
  private static final int MAX_FAULTS = 100;

  private final Path file;

  BatchFile(Path file) {
    this.file = file;
  }

  /** One request. */
  record Line(String customId, JsonNode body) {}

  /**
   * What a check came to.
   *
   * @param lines how many requests there are
   * @param faults at most 100; none for a file that can be run
   */
  record Check(int lines, List<LineFault> faults) {}

  /** Checks every line; empty ones do not count. */
  Check check() throws IOException {
    List<LineFault> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int lines = 0;
    int number = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        number++;
        if (!text.isBlank()) {
          lines++;
          if (lines > MAX_LINES || faults.size() >= MAX_FAULTS) {
            break;
          }
          check(text, number, ids, faults);
        }
      }
    } catch (CharacterCodingException e) {
      faults.add(new LineFault("invalid_file", "the file is not UTF-8", number + 1));
    }
    if (lines == 0 && faults.isEmpty()) {
      faults.add(new LineFault("empty_file", "the file has no lines", 0));
    }
    if (lines > MAX_LINES) {
      faults.add(
          new LineFault("too_many_lines", "the file has more than " + MAX_LINES + " lines", 0));
    }
    return new Check(lines, faults);
  }

  private static void check(String text, int number, Set<String> ids, List<LineFault> faults) {
    JsonNode line = parsed(text);
    String id = line.path("custom_id").asText();
    if (!line.isObject()) {
      faults.add(new LineFault("invalid_json_line", "the line is not a JSON object", number));
    } else if (!line.path("custom_id").isTextual() || id.isEmpty()) {
      faults.add(new LineFault("missing_custom_id", "custom_id must be a string", number));
    } else if (!ids.add(id)) {
      faults.add(new LineFault("duplicate_custom_id", "custom_id is not unique", number));
    } else if (!line.path("method").asText().equals("POST")) {
      faults.add(new LineFault("invalid_method", "method must be POST", number));
    } else if (!line.path("url").asText().equals(ChatHandler.NATIVE_PATH)) {
      faults.add(new LineFault("invalid_url", "url must be " + ChatHandler.NATIVE_PATH, number));
    } else if (!line.path("body").isObject()) {
      faults.add(new LineFault("missing_body", "body must be a JSON object", number));
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Opens a file that passed its check. */
  Reader open() throws IOException {
    return new Reader(Files.newBufferedReader(file, StandardCharsets.UTF_8));
  }

  /** The requests one after the other. */
  record Reader(BufferedReader in) implements AutoCloseable {
    Optional<Line> next() throws IOException {
      String text = in.readLine();
      while (text != null && text.isBlank()) {
        text = in.readLine();
      }
      return Optional.ofNullable(text)
          .map(BatchFile::parsed)
          .map(line -> new Line(line.path("custom_id").asText(), line.path("body")));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
