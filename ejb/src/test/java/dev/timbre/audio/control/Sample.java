package dev.timbre.audio.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One line of the manifest of recordings, with the answers that are right for it. */
record Sample(
    String name,
    String container,
    String codec,
    String announcedSeconds,
    boolean validAsClone,
    boolean validAsPrompt,
    String decodedSeconds) {

  static final Path DIRECTORY = Path.of("src", "test", "resources", "audio");

  static List<Sample> all() {
    return lines("manifest.csv").stream().map(Sample::of).toList();
  }

  static List<Sample> accepted() {
    return all().stream().filter(sample -> sample.validAsClone || sample.validAsPrompt).toList();
  }

  static Sample named(String name) {
    return all().stream().filter(sample -> sample.name.equals(name)).findFirst().orElseThrow();
  }

  /** The lines of the table of reference measures, by file and column. */
  static Map<String, Map<String, String>> reference() {
    return lines("quality.csv").stream()
        .collect(Collectors.toMap(line -> line.get("file"), Function.identity()));
  }

  private static Sample of(Map<String, String> line) {
    return new Sample(
        line.get("file"),
        line.get("container"),
        line.get("codec"),
        line.get("duration_s"),
        Boolean.parseBoolean(line.get("valid_as_clone")),
        Boolean.parseBoolean(line.get("valid_as_prompt")),
        line.get("decoded_s"));
  }

  Path path() {
    return DIRECTORY.resolve(name);
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The length that counts: of an m4a what its edit list shows, else what there is to decode. */
  double seconds() {
    boolean m4a = container.startsWith("mov");
    return Double.parseDouble(m4a ? announcedSeconds : decodedSeconds);
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<Map<String, String>> lines(String file) {
    try {
      List<String> lines = Files.readAllLines(DIRECTORY.resolve(file));
      List<String> columns = cells(lines.get(0));
      return lines.stream()
          .skip(1)
          .map(Sample::cells)
          .map(
              cells ->
                  IntStream.range(0, columns.size())
                      .boxed()
                      .collect(Collectors.toMap(columns::get, cells::get)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char character : line.toCharArray()) {
      if (character == '"') {
        quoted = !quoted;
      } else if (character == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(character);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
