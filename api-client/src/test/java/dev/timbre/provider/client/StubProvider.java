package dev.timbre.provider.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.timbre.provider.client.dialect.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A provider on loopback that gives one typed answer to everything and remembers what was asked.
 */
final class StubProvider implements AutoCloseable {

  /** What arrived. */
  record Received(String method, String uri, Headers headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  static final String KEY = "test-key-4711-secret";
  static final String TRACE_ID = "06ab12cd34ef56780a1b2c3d4e5f6071";

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile Map<String, String> headers = Map.of("Content-Type", "application/json");
  private volatile byte[] body = new byte[0];
  private final Queue<byte[]> before = new ConcurrentLinkedQueue<>();

  StubProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] request = exchange.getRequestBody().readAllBytes();
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            request));
    exchange.getResponseHeaders().add("Trace-Id", TRACE_ID);
    headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
    byte[] answer = Optional.ofNullable(before.poll()).orElse(body);
    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  StubProvider answers(String json) {
    return answers(200, "application/json", json);
  }

  StubProvider answers(int newStatus, String mediaType, String newBody) {
    return answers(
        newStatus, Map.of("Content-Type", mediaType), newBody.getBytes(StandardCharsets.UTF_8));
  }

  StubProvider answers(int newStatus, Map<String, String> newHeaders, byte[] newBody) {
    status = newStatus;
    headers = newHeaders;
    body = newBody;
    return this;
  }

  /** Answers one after the other, and the last one from then on. */
  StubProvider answersInTurn(String... bodies) {
    for (String each : bodies) {
      before.add(each.getBytes(StandardCharsets.UTF_8));
    }
    return answers(bodies[bodies.length - 1]);
  }

  List<Received> requests() {
    return List.copyOf(received);
  }

  Received onlyRequest() {
    if (received.size() != 1) {
      throw new AssertionError(received.size() + " requests arrived, not one");
    }
    return received.get(0);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  MiniMaxClient client() {
    return MiniMaxClient.connect(endpoint(uri("")));
  }

  /** With a group, and behind a prefix. */
  MiniMaxClient client(Dialect dialect) {
    return MiniMaxClient.connect(
        new ProviderEndpoint(
            uri("/base/"), ApiKey.of(KEY), Optional.of("170000000000001"), patient(), dialect));
  }

  static ProviderEndpoint endpoint(URI base) {
    return new ProviderEndpoint(base, ApiKey.of(KEY), Optional.empty(), patient());
  }

  static Timeouts patient() {
    return allOf(Duration.ofSeconds(20));
  }

  static Timeouts allOf(Duration wait) {
    return new Timeouts(wait, wait, wait, wait, wait);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
