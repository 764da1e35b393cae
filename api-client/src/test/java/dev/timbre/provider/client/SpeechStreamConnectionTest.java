package dev.timbre.provider.client;

import static dev.timbre.provider.client.SpokenStream.FIRST;
import static dev.timbre.provider.client.SpokenStream.LAST;
import static dev.timbre.provider.client.SpokenStream.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What streamed speech does with its connection. */
@Timeout(60)
class SpeechStreamConnectionTest {

  private static final String OPENED = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void targetThatCannotBeWritten_closesTheStream() throws IOException {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };
    try (RawServer server = RawServer.stallingAfter(OPENED + FIRST);
        MiniMaxClient other = MiniMaxClient.connect(StubProvider.endpoint(server.uri()))) {
      SpeechStream stream = other.speech().stream(request().build());

      assertThatThrownBy(() -> stream.transferTo(full))
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage("disk full");
      server.awaitClientGone();
    }
  }

  @Test
  void pieces_arriveBeforeTheStreamEnds() throws IOException {
    try (RawServer server = RawServer.stallingAfter(OPENED + FIRST);
        MiniMaxClient other = MiniMaxClient.connect(StubProvider.endpoint(server.uri()));
        SpeechStream stream = other.speech().stream(request().build())) {
      assertThat(stream.next().orElseThrow()).hasSize(4);
    }
  }

  @Test
  void streamThatEndsAfterItWasClosed_leavesItsConnectionForTheNext() throws IOException {
    Set<Integer> ports = ConcurrentHashMap.newKeySet();
    Semaphore mayEnd = new Semaphore(0);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          ports.add(exchange.getRemoteAddress().getPort());
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write((FIRST + LAST).getBytes(StandardCharsets.US_ASCII));
          exchange.getResponseBody().flush();
          mayEnd.acquireUninterruptibly();
          exchange.close();
        });
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    AtomicInteger streams = new AtomicInteger();
    try (MiniMaxClient other = MiniMaxClient.connect(StubProvider.endpoint(base))) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(50))
          .until(
              () -> {
                try (SpeechStream stream = other.speech().stream(request().build())) {
                  stream.transferTo(out);
                }
                mayEnd.release();
                return streams.incrementAndGet() > ports.size();
              });
    } finally {
      server.stop(0);
    }
  }

  @Test
  void streamThatNeverEnds_isCutSoonAfterItsLastEvent() throws IOException {
    try (RawServer server = RawServer.stallingAfter(OPENED + FIRST + LAST);
        RawServer flood = RawServer.repeating(OPENED + FIRST, LAST.repeat(100), Duration.ZERO);
        MiniMaxClient toServer = MiniMaxClient.connect(StubProvider.endpoint(server.uri()));
        MiniMaxClient toFlood = MiniMaxClient.connect(StubProvider.endpoint(flood.uri()))) {
      toServer.speech().stream(request().build()).transferTo(out);
      toFlood.speech().stream(request().build()).transferTo(out);

      server.awaitClientGone();
      flood.awaitClientGone();
    }
  }
}
