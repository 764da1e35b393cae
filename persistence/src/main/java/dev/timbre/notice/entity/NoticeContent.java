package dev.timbre.notice.entity;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the values of a notice as one JSON object of texts: they are shown, never searched. */
@Converter
public class NoticeContent implements AttributeConverter<Map<String, String>, String> {

  @Override
  public String convertToDatabaseColumn(Map<String, String> values) {
    return json(values == null ? Map.of() : values);
  }

  /** The values in the order of their names, so that the same ones always read the same. */
  static String json(Map<String, String> values) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    new TreeMap<>(values).forEach(object::add);
    return object.build().toString();
  }

  @Override
  public Map<String, String> convertToEntityAttribute(String json) {
    if (json == null) {
      return Map.of();
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      Map<String, String> values = new TreeMap<>();
      reader
          .readObject()
          .forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
      return values;
    }
  }
}
