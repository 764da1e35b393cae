package dev.timbre.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.model.Fault;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Function;

/** Writes an event stream as a fault wants it written. */
final class TroubledStream implements Reply.EventWriter {
  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  private final Fault fault;
  private final Fault.Effect effect;
  private final Function<Refusal, Event> refusalEvent;

  /**
   * A way of writing.
   *
   * @param refusalEvent how the operation refuses in a stream
   */
  TroubledStream(Fault fault, Function<Refusal, Event> refusalEvent) {
    this.fault = fault;
    this.effect = fault.effect();
    this.refusalEvent = refusalEvent;
  }

  @Override
  public void write(Iterator<Event> events, OutputStream out)
      throws IOException, InterruptedException {
    if (effect.kind() == Fault.Kind.STREAM_TOGETHER) {
      writeTogether(events, out);
      return;
    }
    int sent = 0;
    while (events.hasNext()) {
      if (sent == effect.frames() && !passes(out)) {
        return;
      }
      Event event = events.next();
      writeOne(event, sent, events, out);
      sent++;
    }
  }

  /** What happens in place of the next event; false when it is the end of the stream. */
  private boolean passes(OutputStream out) throws IOException, InterruptedException {
    switch (effect.kind()) {
      case STREAM_ERROR -> {
        Refusal refusal = new Refusal((int) effect.number(), effect.text());
        flush(refusalEvent.apply(refusal).bytes(), out);
        return false;
      }
      case STREAM_CUT -> throw new InterruptedException("the fault cuts the line");
      case STREAM_STALL -> fault.pause(effect.number());
      case STREAM_FLOOD -> flood(out);
      default -> {
        return true;
      }
    }
    return true;
  }

  private void writeOne(Event event, int index, Iterator<Event> rest, OutputStream out)
      throws IOException, InterruptedException {
    switch (effect.kind()) {
      case STREAM_SLOW -> {
        fault.pause(effect.number());
        flush(event.bytes(), out);
      }
      case STREAM_BAD_HEX -> flush(index == effect.frames() ? badHex(event) : event.bytes(), out);
      case STREAM_BAD_JSON -> flush(index == effect.frames() ? badJson(event) : event.bytes(), out);
      case STREAM_REPEAT_FINAL -> {
        flush(event.bytes(), out);
        if (!rest.hasNext()) {
          flush(event.bytes(), out);
        }
      }
      case STREAM_DROP_FINAL -> flush(rest.hasNext() ? event.bytes() : new byte[0], out);
      case STREAM_SPLIT -> writeSplit(event.bytes(), out);
      case STREAM_DECORATED -> flush(decorated(event), out);
      case STREAM_CRLF -> flush(text(event).replace("\n", "\r\n").getBytes(UTF_8), out);
      default -> flush(event.bytes(), out);
    }
  }

  private void writeTogether(Iterator<Event> events, OutputStream out) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    events.forEachRemaining(event -> all.writeBytes(event.bytes()));
    flush(all.toByteArray(), out);
  }

  /** Pieces of an odd length, so that the ends of lines and characters are torn too. */
  private void writeSplit(byte[] bytes, OutputStream out) throws IOException {
    int piece = (int) effect.number();
    for (int at = 0; at < bytes.length; at += piece) {
      flush(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece)), out);
    }
  }

  private void flood(OutputStream out) throws IOException {
    byte[] block = new byte[64 << 10];
    Arrays.fill(block, (byte) '0');
    out.write("data: {\"data\":{\"audio\":\"".getBytes(UTF_8));
    for (long left = effect.number(); left > 0; left -= block.length) {
      out.write(block, 0, (int) Math.min(left, block.length));
    }
    flush("\",\"status\":1}}\n\n".getBytes(UTF_8), out);
  }

  private static byte[] decorated(Event event) {
    String lines = ": keep-alive\nid: 7\nretry: 3000\n";
    String title = event.name().isPresent() ? "" : "event: message\n";
    return (lines + title + text(event) + ": \n\n").getBytes(UTF_8);
  }

  /** The same with an odd number of digits, one of them no digit. */
  private static byte[] badHex(Event event) throws JsonProcessingException {
    JsonNode json = Json.MAPPER.readTree(event.data());
    if (json.path("data") instanceof ObjectNode data && data.path("audio").isTextual()) {
      data.put("audio", data.get("audio").asText() + "zz0");
      return new Event(event.name(), json.toString()).bytes();
    }
    return badJson(event);
  }

  private static byte[] badJson(Event event) {
    String data = event.data();
    return new Event(event.name(), data.substring(0, data.length() / 2)).bytes();
  }

  private static String text(Event event) {
    return new String(event.bytes(), UTF_8);
  }

  private static void flush(byte[] bytes, OutputStream out) throws IOException {
    out.write(bytes);
    out.flush();
  }
}
