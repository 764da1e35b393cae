package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * How words are said.
 *
 * @param entries {@code source/replacement}, such as {@code omg/oh my god}
 */
record Pronunciation(List<String> entries) {

  static final Pronunciation NONE = new Pronunciation(List.of());

  /**
   * @throws InvalidRequest for an entry without a slash between two parts
   */
  Pronunciation {
    for (String entry : entries) {
      int slash = entry.indexOf('/');
      if (slash < 1 || slash == entry.length() - 1) {
        throw new InvalidRequest("pronunciation_dict.tone", entry, "source/replacement");
      }
    }
    entries = List.copyOf(entries);
  }

  JsonObject toJson() {
    return entries.isEmpty()
        ? JsonValue.EMPTY_JSON_OBJECT
        : JsonText.JSON
            .createObjectBuilder()
            .add("tone", JsonText.JSON.createArrayBuilder(entries))
            .build();
  }
}
