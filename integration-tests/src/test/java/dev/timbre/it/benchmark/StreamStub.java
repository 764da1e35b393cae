package dev.timbre.it.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider that answers every synthesis with the same stream of events: what it heard from the
 * real stand-in the first time. The first leaves at once, and it notes when; the others follow
 * {@link #APART} after one another, much faster than they are heard.
 */
final class StreamStub implements AutoCloseable {

  static final String PATH = "/v1/t2a_v2";

  private static final Duration APART = Duration.ofMillis(20);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI source;
  private volatile byte[] request;
  private volatile List<String> events;
  private volatile long firstSent;
  private volatile int repeats = 1;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch held = new CountDownLatch(0);

  StreamStub(URI source) throws IOException {
    this.source = source;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(threads);
    server.createContext(PATH, this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What Timbre sent the first time, for a caller without Timbre. */
  byte[] request() {
    return request;
  }

  /** When the first event of the latest stream left, as {@link System#nanoTime}. */
  long firstSent() {
    return firstSent;
  }

  /** From now on each stream stops before its last event until it is let go. */
  void hold(int longer) {
    repeats = longer;
    held = new CountDownLatch(1);
  }

  /** How many streams wait there. */
  int waiting() {
    return waiting.get();
  }

  void letGo() {
    held.countDown();
    repeats = 1;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (events == null) {
      record(exchange, body);
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    int last = events.size() - 1;
    try (OutputStream out = exchange.getResponseBody()) {
      send(out, events.get(0));
      firstSent = System.nanoTime();
      for (int turn = 0; turn < repeats; turn++) {
        for (String event : events.subList(1, last)) {
          Thread.sleep(APART.toMillis());
          send(out, event);
        }
      }
      waiting.incrementAndGet();
      held.await();
      waiting.decrementAndGet();
      send(out, events.get(last));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(OutputStream out, String event) throws IOException {
    out.write(event.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private synchronized void record(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(URI.create(source + exchange.getRequestURI().toString()))
            .header("Content-Type", "application/json")
            .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
            .POST(BodyPublishers.ofByteArray(body));
    try {
      String heard = http.send(asked.build(), BodyHandlers.ofString()).body();
      request = body;
      events =
          Arrays.stream(heard.split("\n\n", -1))
              .filter(event -> !event.isBlank())
              .map(event -> event + "\n\n")
              .toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    letGo();
    server.stop(0);
    threads.shutdownNow();
  }
}
