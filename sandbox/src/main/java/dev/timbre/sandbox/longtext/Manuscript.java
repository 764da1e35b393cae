package dev.timbre.sandbox.longtext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Refusal;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The chapters of an uploaded text: a {@code .txt} file, or a {@code .zip} with either {@code .txt}
 * files or {@code .json} files of the fields {@code title}, {@code content} and {@code extra}, of
 * which each that is not empty is a chapter.
 */
final class Manuscript {
  private static final int TEXT_BELOW = 1_000_000;
  private static final int MAX_CHAPTERS = 30;

  /** Bytes of all files of a zip, inflated; a character takes at most four. */
  static final int MAX_BYTES = 4 * TEXT_BELOW;

  private static final List<String> FIELDS = List.of("title", "content", "extra");

  private final List<Chapter> chapters = new ArrayList<>();

  private Manuscript() {}

  /**
   * Reads an uploaded file.
   *
   * @param name what the chapter of a single text is called
   * @throws Refusal 2013 when the file is of another kind, holds no text, is damaged, not UTF-8, or
   *     has 1,000,000 characters or more
   */
  static List<Chapter> read(String filename, String name, byte[] content) throws IOException {
    Manuscript manuscript = new Manuscript();
    String extension = extension(filename);
    if (extension.equals("txt")) {
      manuscript.add(name, text(filename, content));
    } else if (extension.equals("zip")) {
      manuscript.unzip(content);
    } else {
      throw refusal("text_file_id must be a txt or zip file, got " + filename);
    }
    manuscript.check();
    return List.copyOf(manuscript.chapters);
  }

  private void unzip(byte[] content) throws IOException {
    int left = MAX_BYTES;
    String kind = null;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory() || isSystemFile(entry.getName())) {
          continue;
        }
        String extension = extension(entry.getName());
        if (kind != null && !kind.equals(extension)) {
          throw refusal("all files of a zip must be of one kind, txt or json");
        }
        kind = extension;
        byte[] bytes = zip.readNBytes(left + 1);
        left -= bytes.length;
        if (left < 0) {
          throw refusal("the files of the zip have more than " + MAX_BYTES + " bytes");
        }
        addFile(entry.getName(), extension, bytes);
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw refusal("text_file_id is a damaged zip file");
    }
  }

  private void addFile(String path, String extension, byte[] bytes) {
    String base = baseName(path);
    switch (extension) {
      case "txt" -> add(base, text(path, bytes));
      case "json" -> addFields(base, path, bytes);
      default -> throw refusal("a zip must hold txt or json files, got " + path);
    }
  }

  private void addFields(String base, String path, byte[] bytes) {
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(text(path, bytes));
    } catch (JsonProcessingException e) {
      throw refusal(path + " is not JSON");
    }
    if (!node.isObject()) {
      throw refusal(path + " is not a JSON object");
    }
    for (String field : FIELDS) {
      JsonNode value = node.path(field);
      if (value.isTextual()) {
        add(base + "_" + field, value.textValue());
      } else if (!value.isMissingNode() && !value.isNull()) {
        throw refusal(field + " of " + path + " must be a string");
      }
    }
  }

  private void add(String name, String text) {
    if (!text.isBlank()) {
      chapters.add(new Chapter(freeName(name), text));
    }
    if (chapters.size() > MAX_CHAPTERS) {
      throw refusal("text_file_id has more than " + MAX_CHAPTERS + " texts");
    }
  }

  // Names become files of one directory.
  private String freeName(String wanted) {
    String plain = wanted.replaceAll("[^\\p{L}\\p{N}_-]", "_");
    String name = plain;
    for (int i = 2; isTaken(name); i++) {
      name = plain + "_" + i;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return chapters.stream().anyMatch(c -> c.name().equals(name));
  }

  private void check() {
    if (chapters.isEmpty()) {
      throw refusal("text_file_id has no text");
    }
    int length =
        chapters.stream().mapToInt(c -> c.text().codePointCount(0, c.text().length())).sum();
    if (length >= TEXT_BELOW) {
      throw refusal("text_file_id must have fewer than 1000000 characters, got " + length);
    }
  }

  private static String text(String path, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refusal(path + " is not UTF-8");
    }
  }

  // What file managers of some systems put into every zip.
  private static boolean isSystemFile(String path) {
    return path.startsWith("__MACOSX/") || baseName(path).isEmpty();
  }

  private static String baseName(String path) {
    String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Refusal refusal(String complaint) {
    return Code.INVALID_PARAMS.refusal(complaint);
  }
}
