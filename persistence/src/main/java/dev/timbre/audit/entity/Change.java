package dev.timbre.audit.entity;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;

/**
 * One field before and after. Values are ids, states, numbers or digests, never personal data.
 *
 * @param before null when there was none
 * @param after null when there is none any more
 */
public record Change(String field, String before, String after) {

  public static Change of(String field, Object before, Object after) {
    return new Change(field, text(before), text(after));
  }

  public static Change to(String field, Object after) {
    return of(field, null, after);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** The fields that really differ, as a JSON array; null when none does. */
  static String toJson(List<Change> changes) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    boolean empty = true;
    for (Change change : changes) {
      if (!Objects.equals(change.before, change.after)) {
        array.add(
            Json.createObjectBuilder()
                .add("field", change.field)
                .add("before", json(change.before))
                .add("after", json(change.after)));
        empty = false;
      }
    }
    return empty ? null : array.build().toString();
  }

  private static JsonValue json(String text) {
    return text == null ? JsonValue.NULL : Json.createValue(text);
  }
}
