package dev.timbre.sandbox.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.xnio.IoUtils;

/** Puts answers on the wire, whole or not. */
final class Reply {
  private Reply() {}

  static void send(HttpServerExchange exchange, Answer answer) throws IOException {
    long length = begin(exchange, answer);
    try (InputStream body = open(answer);
        OutputStream out = exchange.getOutputStream()) {
      if (length > 0) {
        body.transferTo(out);
      }
    }
  }

  /** Announces the whole body, sends its first half and closes the connection. */
  static void sendHalf(HttpServerExchange exchange, Answer answer) throws IOException {
    long length = begin(exchange, answer);
    try (InputStream body = open(answer)) {
      OutputStream out = exchange.getOutputStream();
      long half = length / 2;
      byte[] block = new byte[8192];
      while (half > 0) {
        int read = body.read(block, 0, (int) Math.min(block.length, half));
        if (read < 0) {
          break;
        }
        out.write(block, 0, read);
        half -= read;
      }
      out.flush();
    } finally {
      cut(exchange);
    }
  }

  /** Closes the connection without a word. */
  static void cut(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
  }

  private static long begin(HttpServerExchange exchange, Answer answer) throws IOException {
    long length = answer.body() == null ? Files.size(answer.file()) : answer.body().length;
    exchange.setStatusCode(answer.httpStatus());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
    exchange.setResponseContentLength(length);
    return length;
  }

  private static InputStream open(Answer answer) throws IOException {
    return answer.body() == null
        ? Files.newInputStream(answer.file())
        : new java.io.ByteArrayInputStream(answer.body());
  }
}
