package dev.timbre.sandbox.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Iterator;
import org.xnio.IoUtils;

/** Puts answers on the wire, whole or not. */
final class Reply {
  private Reply() {}

  static void send(HttpServerExchange exchange, Answer answer) throws IOException {
    if (answer.body() instanceof Answer.Body.Events stream) {
      sendEvents(exchange, answer, stream, Reply::eachAtOnce);
      return;
    }
    begin(exchange, answer);
    try (InputStream in = open(answer);
        OutputStream out = exchange.getOutputStream()) {
      in.transferTo(out);
    }
  }

  /** A way of writing events. */
  @FunctionalInterface
  interface EventWriter {
    /** Writes all that shall be written; returning ends the stream well. */
    void write(Iterator<Event> events, OutputStream out) throws IOException, InterruptedException;
  }

  /** Sends an event stream in some way; a way that is interrupted cuts the line. */
  static void sendEvents(
      HttpServerExchange exchange, Answer answer, Answer.Body.Events stream, EventWriter writer)
      throws IOException {
    try {
      begin(exchange, answer);
      OutputStream out = exchange.getOutputStream();
      writer.write(stream.events(), out);
      out.close();
    } catch (InterruptedException e) {
      cut(exchange);
    } finally {
      stream.onEnd().run();
    }
  }

  private static void eachAtOnce(Iterator<Event> events, OutputStream out) throws IOException {
    while (events.hasNext()) {
      out.write(events.next().bytes());
      out.flush();
    }
  }

  /** Announces the whole body, sends its first half and closes the connection. */
  static void sendHalf(HttpServerExchange exchange, Answer answer) throws IOException {
    try {
      byte[] whole = wholeOf(answer);
      begin(exchange, answer);
      exchange.getOutputStream().write(whole, 0, whole.length / 2);
      exchange.getOutputStream().flush();
    } finally {
      cut(exchange);
    }
  }

  /** Closes the connection without a word. */
  static void cut(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
  }

  private static void begin(HttpServerExchange exchange, Answer answer) throws IOException {
    exchange.setStatusCode(answer.httpStatus());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
    if (answer.body() instanceof Answer.Body.Bytes whole) {
      exchange.setResponseContentLength(whole.bytes().length);
    } else if (answer.body() instanceof Answer.Body.Stored stored) {
      exchange.setResponseContentLength(Files.size(stored.file()));
    } else {
      // Chunked though the connection closes, so that a cut is not taken for the end.
      exchange.getResponseHeaders().put(Headers.TRANSFER_ENCODING, "chunked");
      exchange.setPersistent(false);
    }
  }

  private static byte[] wholeOf(Answer answer) throws IOException {
    if (answer.body() instanceof Answer.Body.Events stream) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      stream.events().forEachRemaining(event -> all.writeBytes(event.bytes()));
      stream.onEnd().run();
      return all.toByteArray();
    }
    try (InputStream in = open(answer)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(Answer answer) throws IOException {
    return answer.body() instanceof Answer.Body.Stored stored
        ? Files.newInputStream(stored.file())
        : new ByteArrayInputStream(((Answer.Body.Bytes) answer.body()).bytes());
  }
}
