package dev.timbre.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads a stream of events one by one, as they come. */
public final class EventReader implements AutoCloseable {

  private final InputStream in;
  private final BufferedReader lines;
  private final ByteArrayOutputStream audio = new ByteArrayOutputStream();

  EventReader(InputStream in) {
    this.in = in;
    this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** One event. */
  public record Event(String name, JsonNode data) {}

  /** The next event; null when the server has ended the stream. */
  public Event next() {
    try {
      String name = null;
      JsonNode data = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          data = Timbre.JSON.readTree(line.substring("data: ".length()));
        } else if (line.isEmpty() && name != null) {
          return heard(new Event(name, data));
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Event heard(Event event) {
    if (event.name().equals("audio")) {
      audio.writeBytes(Base64.getDecoder().decode(event.data().path("audio").asText()));
    }
    return event;
  }

  /** Reads on until an event that is no audio. */
  public Event afterAudio() {
    Event event = next();
    while (event != null && event.name().equals("audio")) {
      event = next();
    }
    return event;
  }

  /** All audio that was read. */
  public byte[] audio() {
    return audio.toByteArray();
  }

  /** Hangs up. */
  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
