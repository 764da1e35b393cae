package dev.timbre.finding.entity;

import dev.timbre.audit.entity.Change;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen, by name and in the order given: ids, states and numbers, never personal data.
 *
 * @param values text of each value; names without a value are left out
 */
public record Facts(Map<String, String> values) {

  /** The values after each change; what was before stands under the name with {@code Before}. */
  public static Facts of(Change... changes) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change.before() != null) {
        values.put(change.field() + "Before", change.before());
      }
      if (change.after() != null) {
        values.put(change.field(), change.after());
      }
    }
    return new Facts(values);
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * @throws IllegalStateException when there is no such fact, which the kind of finding promises
   */
  public String get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("No fact " + name + " in " + this));
  }

  static Facts parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      Map<String, String> values = new LinkedHashMap<>();
      object.forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
      return new Facts(values);
    }
  }

  String toJson() {
    JsonObjectBuilder object = Json.createObjectBuilder();
    values.forEach(object::add);
    return object.build().toString();
  }
}
