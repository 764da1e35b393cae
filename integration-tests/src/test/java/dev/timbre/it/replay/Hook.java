package dev.timbre.it.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.timbre.it.client.Timbre;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks that believes only what is signed with its secret. */
final class Hook implements AutoCloseable {

  /** The secret as an operator writes it. */
  static final String SECRET = "whsec_dGltYnJlLXJlcGxheS1zaWduaW5nLXNlY3JldC0wMDE=";

  private static final int UNAVAILABLE = 503;

  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final AtomicInteger toRefuse = new AtomicInteger();
  private final HttpServer server;

  /** What was posted. */
  record Post(String id, String timestamp, boolean signed, JsonNode body) {}

  Hook(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  /** The next ones are answered as if the receiver were away. */
  void refuseNext(int times) {
    toRefuse.set(times);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    String expected = "v1," + signature(id + "." + timestamp + ".", body);
    boolean signed = expected.equals(exchange.getRequestHeaders().getFirst("webhook-signature"));
    boolean refused = toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    if (!refused) {
      posts.add(new Post(id, timestamp, signed, Timbre.JSON.readTree(body)));
    }
    exchange.sendResponseHeaders(refused ? UNAVAILABLE : 204, -1);
    exchange.close();
  }

  private static String signature(String before, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(before.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was posted about a subject, each notice once however often it came. */
  List<Post> about(String subject) {
    Map<String, Post> once = new LinkedHashMap<>();
    posts.stream()
        .filter(post -> subject.equals(post.body().path("data").path("subject").asText()))
        .forEach(post -> once.putIfAbsent(post.id(), post));
    return List.copyOf(once.values());
  }

  /** How often anything about a subject was taken, repeats included. */
  long times(String subject) {
    return posts.stream()
        .filter(post -> subject.equals(post.body().path("data").path("subject").asText()))
        .count();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
