package dev.timbre.sandbox.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.callback.SentCallback.Kind;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.World;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Calls the servers of customers: asks each to prove itself before a task is accepted, and tells it
 * how the task gets on. News of one address arrive in their order. Kept in memory only: what was
 * not delivered when the sandbox stops is lost.
 */
public final class Callbacks implements AutoCloseable {
  private static final int KEPT = 1_000;

  /** News is tried once more after each of these, then given up. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));

  private final World world;
  private final CallbackLine line = new CallbackLine();
  private final Deque<SentCallback> sent = new ArrayDeque<>();
  private final Map<URI, CompletableFuture<Void>> lastNews = new HashMap<>();
  private volatile boolean closed;

  public Callbacks(World world) {
    this.world = world;
  }

  /**
   * Sends a challenge and waits for its echo, 3 s at most: MiniMax API reference, "Callback".
   *
   * @param url of the customer's server, as given in {@code callback_url}
   * @throws Refusal 2013 when the URL is none of http or https, or the echo does not come
   */
  public void verify(String url) {
    URI address = address(url);
    String challenge = UUID.randomUUID().toString().replace("-", "");
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("challenge", challenge);
    CallbackLine.Outcome outcome = line.post(address, body).join();
    String fault = outcome.fault();
    if (fault == null && !challenge.equals(outcome.body().path("challenge").asText())) {
      fault = "the answer does not repeat the challenge";
    }
    record(new Attempt(Kind.CHALLENGE, url, body, 1), outcome.status(), fault);
    if (fault != null) {
      throw Code.INVALID_PARAMS.refusal("callback_url failed its challenge: " + fault);
    }
  }

  /**
   * Sends news of a task and comes back at once. An answer other than 2xx, or none, makes it try
   * again three times within seconds.
   *
   * @param url one that {@link #verify} has passed
   */
  public void notify(String url, JsonNode body) {
    URI address = address(url);
    JsonNode frozen = body.deepCopy();
    synchronized (lastNews) {
      CompletableFuture<Void> before =
          lastNews.getOrDefault(address, CompletableFuture.completedFuture(null));
      CompletableFuture<Void> now = before.thenCompose(done -> deliver(address, frozen, 1));
      lastNews.put(address, now);
      var unused = now.thenRun(() -> forget(address, now));
    }
  }

  private void forget(URI address, CompletableFuture<Void> news) {
    synchronized (lastNews) {
      lastNews.remove(address, news);
    }
  }

  private CompletableFuture<Void> deliver(URI address, JsonNode body, int attempt) {
    if (closed) {
      return CompletableFuture.completedFuture(null);
    }
    return line.post(address, body)
        .thenCompose(
            outcome -> {
              Attempt made = new Attempt(Kind.NEWS, address.toString(), body, attempt);
              record(made, outcome.status(), outcome.fault());
              if (outcome.fault() == null || attempt > PAUSES.size()) {
                return CompletableFuture.completedFuture(null);
              }
              return pause(PAUSES.get(attempt - 1))
                  .thenCompose(rested -> deliver(address, body, attempt + 1));
            });
  }

  private static CompletableFuture<Void> pause(Duration pause) {
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static URI address(String url) {
    URI address;
    try {
      address = new URI(url);
    } catch (URISyntaxException e) {
      throw Code.INVALID_PARAMS.refusal("callback_url is no URL");
    }
    boolean web =
        "http".equalsIgnoreCase(address.getScheme())
            || "https".equalsIgnoreCase(address.getScheme());
    if (!web || address.getHost() == null) {
      throw Code.INVALID_PARAMS.refusal("callback_url must be an http or https URL");
    }
    return address;
  }

  private record Attempt(Kind kind, String url, JsonNode body, int number) {}

  private void record(Attempt made, Integer status, String fault) {
    synchronized (sent) {
      sent.addLast(
          new SentCallback(
              world.now(), made.kind(), made.url(), made.body(), made.number(), status, fault));
      if (sent.size() > KEPT) {
        sent.removeFirst();
      }
    }
  }

  /** The latest attempts, oldest first. */
  public List<SentCallback> all() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  /** Forgets what was sent. */
  public void clear() {
    synchronized (sent) {
      sent.clear();
    }
  }

  /** Sends nothing more; does not wait for what is under way. */
  @Override
  public void close() {
    closed = true;
  }
}
