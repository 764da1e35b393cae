package dev.timbre.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An event stream that has ended.
 *
 * @param names what the {@code event:} lines said; empty for events without one
 * @param data of the events, the mark {@code [DONE]} left out
 * @param marked whether that mark ended it
 */
record Frames(List<String> names, List<JsonNode> data, boolean marked) {

  static Frames of(Caller caller, String path, String json) throws IOException {
    HttpResponse<byte[]> response =
        caller.postRaw(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    if (!response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
      throw new IOException("no stream: " + new String(response.body(), StandardCharsets.UTF_8));
    }
    List<String> names = new ArrayList<>();
    List<JsonNode> data = new ArrayList<>();
    boolean marked = false;
    for (String event : new String(response.body(), StandardCharsets.UTF_8).split("\n\n")) {
      for (String line : event.split("\n")) {
        if (line.equals("data: [DONE]")) {
          marked = true;
        } else if (line.startsWith("event: ")) {
          names.add(line.substring(7));
        } else if (line.startsWith("data: ")) {
          data.add(new ObjectMapper().readTree(line.substring(6)));
        }
      }
    }
    return new Frames(names, data, marked);
  }

  /** What stands at a place in every frame, put together. */
  String joined(String pointer) {
    StringBuilder text = new StringBuilder();
    data.forEach(frame -> text.append(frame.at(pointer).asText("")));
    return text.toString();
  }

  JsonNode last() {
    return data.get(data.size() - 1);
  }
}
