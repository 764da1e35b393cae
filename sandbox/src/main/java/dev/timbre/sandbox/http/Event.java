package dev.timbre.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One event of an event stream.
 *
 * @param name what its {@code event:} line says; empty without that line
 * @param data of its only {@code data:} line; holds no line break
 */
public record Event(Optional<String> name, String data) {

  /** JSON without a name. */
  public static Event of(JsonNode data) {
    return new Event(Optional.empty(), data.toString());
  }

  /** JSON with a name. */
  public static Event named(String name, JsonNode data) {
    return new Event(Optional.of(name), data.toString());
  }

  /** The mark by which some families end their streams. */
  public static Event done() {
    return new Event(Optional.empty(), "[DONE]");
  }

  /** The event as sent, with the empty line that ends it. */
  byte[] bytes() {
    String title = name.map(n -> "event: " + n + "\n").orElse("");
    return (title + "data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }
}
