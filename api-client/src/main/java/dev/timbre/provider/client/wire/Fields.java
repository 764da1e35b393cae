package dev.timbre.provider.client.wire;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Writes the fields of one object in the order given and leaves out what is empty. */
public final class Fields {

  private final JsonObjectBuilder json = JsonText.JSON.createObjectBuilder();

  public Fields text(String name, String value) {
    json.add(name, value);
    return this;
  }

  public Fields text(String name, Optional<?> value) {
    value.ifPresent(present -> json.add(name, present.toString()));
    return this;
  }

  public Fields flag(String name, Optional<Boolean> value) {
    value.ifPresent(present -> json.add(name, present));
    return this;
  }

  public Fields number(String name, OptionalInt value) {
    value.ifPresent(present -> json.add(name, present));
    return this;
  }

  public Fields number(String name, OptionalDouble value) {
    value.ifPresent(present -> json.add(name, present));
    return this;
  }

  public Fields id(String name, FileId value) {
    json.add(name, value.asInteger());
    return this;
  }

  /** Leaves out an empty object or array. */
  public Fields nested(String name, JsonValue value) {
    boolean empty =
        switch (value.getValueType()) {
          case OBJECT -> value.asJsonObject().isEmpty();
          case ARRAY -> value.asJsonArray().isEmpty();
          default -> false;
        };
    if (!empty) {
      json.add(name, value);
    }
    return this;
  }

  public Fields nested(String name, Optional<? extends JsonValue> value) {
    return value.isPresent() ? nested(name, value.get()) : this;
  }

  /** Leaves out an array of nothing. */
  public Fields objects(String name, Stream<JsonObject> items) {
    JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
    items.forEach(array::add);
    return nested(name, array.build());
  }

  public JsonObject toJson() {
    return json.build();
  }
}
