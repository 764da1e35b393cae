package dev.timbre.provider.client.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
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

  private static final int SMALL = 8 * 1024;

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
    try (var reader = JSON.createReader(text(body))) {
      return Optional.of(reader.read());
    } catch (RuntimeException notJson) {
      // besides JsonException, parsers throw bare ones for numbers too long and nesting too deep
      return Optional.empty();
    }
  }

  /** The object in {@code text}, if nothing but white space follows it. */
  public static Optional<JsonObject> soleObject(byte[] text) {
    try (JsonParser parser = JSON.createParser(text(text))) {
      if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
        return Optional.empty();
      }
      JsonObject object = parser.getObject();
      return parser.hasNext() ? Optional.empty() : Optional.of(object);
    } catch (RuntimeException notJson) {
      return Optional.empty();
    }
  }

  /** A large body is not held as a text too; for a small one that is cheaper than a decoder. */
  private static Reader text(byte[] body) {
    return body.length <= SMALL
        ? new StringReader(new String(body, StandardCharsets.UTF_8))
        : new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8);
  }

  public static byte[] bytes(JsonObject object) {
    return object.toString().getBytes(StandardCharsets.UTF_8);
  }
}
