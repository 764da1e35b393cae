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
    write(exchange, answer, length);
    exchange.getOutputStream().close();
  }

  /** Announces the whole body, sends its first half and closes the connection. */
  static void sendHalf(HttpServerExchange exchange, Answer answer) throws IOException {
    try {
      long length = begin(exchange, answer);
      write(exchange, answer, length / 2);
      exchange.getOutputStream().flush();
    } finally {
      cut(exchange);
    }
  }

  /** Closes the connection without a word. */
  static void cut(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
  }

  private static long begin(HttpServerExchange exchange, Answer answer) throws IOException {
    exchange.setStatusCode(answer.httpStatus());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
    long length =
        answer.chunks() == null
            ? Files.size(answer.file())
            : answer.chunks().stream().mapToLong(chunk -> chunk.length).sum();
    if (answer.isStream()) {
      // Chunked though the connection closes, so that a cut is not taken for the end.
      exchange.getResponseHeaders().put(Headers.TRANSFER_ENCODING, "chunked");
      exchange.setPersistent(false);
    } else {
      exchange.setResponseContentLength(length);
    }
    return length;
  }

  private static void write(HttpServerExchange exchange, Answer answer, long limit)
      throws IOException {
    OutputStream out = exchange.getOutputStream();
    if (answer.chunks() == null) {
      try (InputStream in = Files.newInputStream(answer.file())) {
        copy(in, out, limit);
      }
      return;
    }
    long left = limit;
    for (byte[] chunk : answer.chunks()) {
      int now = (int) Math.min(chunk.length, left);
      out.write(chunk, 0, now);
      if (answer.isStream()) {
        out.flush();
      }
      left -= now;
    }
  }

  private static void copy(InputStream in, OutputStream out, long limit) throws IOException {
    byte[] block = new byte[8192];
    long left = limit;
    while (left > 0) {
      int read = in.read(block, 0, (int) Math.min(block.length, left));
      if (read < 0) {
        return;
      }
      out.write(block, 0, read);
      left -= read;
    }
  }
}
