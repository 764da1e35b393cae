package dev.timbre.provider.client.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JSON to and from bytes. JSON-P and not JSON-B: every lenience of reading (ids of two types,
 * booleans that may be objects) is then one visible line, and a number never passes through a
 * double on its way.
 */
public final class JsonText {

  /** Found once: {@code Json.create…} looks the provider up at each call. */
  public static final JsonProvider JSON = JsonProvider.provider();

  private JsonText() {}

  /** The object in {@code body}; empty when it is something else or no JSON at all. */
  public static Optional<JsonObject> object(byte[] body) {
    return structure(body).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }

  /** The array in {@code body}; empty when it is something else or no JSON at all. */
  public static Optional<JsonArray> array(byte[] body) {
    return structure(body).filter(JsonArray.class::isInstance).map(JsonArray.class::cast);
  }

  private static Optional<JsonStructure> structure(byte[] body) {
    Reader text = new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8);
    try (var reader = JSON.createReader(text)) {
      return Optional.of(reader.read());
    } catch (RuntimeException notJson) {
      // besides JsonException, parsers throw bare ones for numbers too long and nesting too deep
      return Optional.empty();
    }
  }

  public static byte[] bytes(JsonObject object) {
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }
}
