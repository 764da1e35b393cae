package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads the keys that somebody trusts. */
final class TrustedKeys {

  private TrustedKeys() {}

  /**
   * @param value a key as {@code <name>+<id>+<base64>}; or a file with such keys, one a line, or
   *     with what {@code /api/v1/audit/keys} gave
   * @throws IllegalArgumentException when it is none of these
   */
  static List<NoteKey> read(String value) throws IOException {
    if (value.indexOf('+') > 0 && Files.notExists(Path.of(value))) {
      return List.of(NoteKey.parse(value));
    }
    String text = TextFile.read(value);
    List<NoteKey> keys =
        text.startsWith("{")
            ? published(text)
            : text.lines().filter(line -> !line.isBlank()).map(NoteKey::parse).toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException(value + " holds no key");
    }
    return keys;
  }

  private static List<NoteKey> published(String text) {
    if (Json.readObject(text).get("items") instanceof List<?> items) {
      return items.stream().map(TrustedKeys::published).toList();
    }
    throw new IllegalArgumentException("items is missing");
  }

  private static NoteKey published(Object item) {
    if (item instanceof Map<?, ?> key && key.get("verifier") instanceof String verifier) {
      return NoteKey.parse(verifier);
    }
    throw new IllegalArgumentException("verifier is missing");
  }
}
