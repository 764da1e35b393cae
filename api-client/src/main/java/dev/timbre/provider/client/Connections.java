package dev.timbre.provider.client;

import dev.timbre.provider.client.transport.Exchange;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

/**
 * The connections of one account, for plain calls, uploads, streams and WebSockets alike. What is
 * under way ends with the client.
 */
final class Connections implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Connections.class.getName());

  private final ProviderEndpoint endpoint;

  /** Requests whose answer has not come yet. */
  private final Set<CompletableFuture<?>> asked = new HashSet<>();

  /** Streams and sessions; those that nobody holds any more leave by themselves. */
  private final Set<AutoCloseable> open = Collections.newSetFromMap(new WeakHashMap<>());

  private final HttpClient http;
  private boolean closed;

  Connections(ProviderEndpoint endpoint) {
    this.endpoint = endpoint;
    this.http = Exchange.newClient(endpoint.timeouts().connect());
  }

  /**
   * Sends a request and waits for its answer, as {@link Exchange#send} does.
   *
   * @throws IllegalStateException when the client is closed
   */
  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler, Duration deadline)
      throws IOException {
    CompletableFuture<HttpResponse<T>> answer = start(request, handler);
    try {
      return Exchange.await(answer, deadline);
    } catch (IOException failed) {
      throw isClosed() ? new IOException("closed by this side", failed) : failed;
    } finally {
      forget(answer);
    }
  }

  private synchronized <T> CompletableFuture<HttpResponse<T>> start(
      HttpRequest request, BodyHandler<T> handler) {
    requireOpen();
    CompletableFuture<HttpResponse<T>> answer = Exchange.begin(http, request, handler);
    asked.add(answer);
    return answer;
  }

  private synchronized void forget(CompletableFuture<?> answer) {
    asked.remove(answer);
  }

  /**
   * @throws IllegalStateException when the client is closed
   */
  synchronized WebSocket.Builder newWebSocket() {
    requireOpen();
    return http.newWebSocketBuilder();
  }

  /**
   * Notes what has to end with the client.
   *
   * @throws IllegalStateException when the client was closed meanwhile; {@code opened} is then too
   */
  synchronized <C extends AutoCloseable> C keep(C opened) {
    if (closed) {
      end(opened);
    }
    requireOpen();
    open.add(opened);
    return opened;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The client of " + endpoint.baseUri().getHost() + " is closed");
    }
  }

  private static void end(AutoCloseable opened) {
    try {
      opened.close();
    } catch (Exception cannotBeHelped) {
      LOG.log(Level.DEBUG, "a connection did not close", cannotBeHelped);
    }
  }

  /** Ends what is under way; who waits for it fails. */
  @Override
  public synchronized void close() {
    closed = true;
    asked.forEach(answer -> answer.cancel(true));
    open.forEach(Connections::end);
  }
}
