package dev.timbre.provider.client;

import dev.timbre.provider.client.api.ReplyMarks;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.transport.BoundedSink;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Carries the requests of a REST client by {@code java.net.http}. REST clients bound the pause
 * between two packets only, read headers without measure, and read an answer that they give up on
 * to its end: a server that drips or never stops would hold their threads for good. Here an answer
 * has a last moment and a last byte, and one that passes either is cut.
 */
@Priority(Integer.MAX_VALUE)
final class BoundedExchange implements ClientRequestFilter {

  /** Calls that one interface may have under way at once. */
  private static final int MOST_CALLS = 64;

  /** What {@code java.net.http} writes itself, and what must not be asked for. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "expect", "host", "upgrade", "te", "accept-encoding");

  private static final List<String> HEADERS_READ =
      List.of("Trace-Id", "X-Trace-Id", "Content-Type");

  private final ProviderEndpoint endpoint;
  private final Connections connections;
  private final Duration wait;
  private final Semaphore calls = new Semaphore(MOST_CALLS);

  /**
   * @param wait until an answer begins
   */
  BoundedExchange(ProviderEndpoint endpoint, Connections connections, Duration wait) {
    this.endpoint = endpoint;
    this.connections = connections;
    this.wait = wait;
  }

  /**
   * @throws IOException when the network fails or the time is up
   * @throws ProviderAnswerUnreadable when the answer has more bytes than any of its kind
   */
  @Override
  public void filter(ClientRequestContext request) throws IOException {
    Operation operation = (Operation) request.getProperty(ReplyMarks.OPERATION);
    enter();
    try {
      request.abortWith(answer(operation, written(request)));
    } finally {
      calls.release();
    }
  }

  private void enter() throws IOException {
    try {
      Duration patience = endpoint.timeouts().connect();
      if (!calls.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ConnectException(
            MOST_CALLS + " calls are under way, and none ended within " + patience);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a free connection");
    }
  }

  private HttpRequest written(ClientRequestContext request) {
    BodyPublisher body =
        request.getEntity() instanceof WireRequest asked
            ? BodyPublishers.ofByteArray(asked.toBytes())
            : BodyPublishers.noBody();
    HttpRequest.Builder written =
        HttpRequest.newBuilder(request.getUri()).method(request.getMethod(), body).timeout(wait);
    request
        .getStringHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                written.setHeader(name, String.join(", ", values));
              }
            });
    return written.setHeader("Accept-Encoding", "identity").build();
  }

  private Response answer(Operation operation, HttpRequest request) throws IOException {
    Received body = new Received();
    long most = AnswerSize.most(operation);
    int[] status = new int[1];
    try {
      HttpResponse<Long> response =
          connections.send(
              request,
              info -> {
                status[0] = info.statusCode();
                return new BoundedSink(body, most);
              },
              wait.plus(endpoint.timeouts().transfer()));
      return passedOn(response, body);
    } catch (BoundedSink.LimitPassed tooLarge) {
      throw new ProviderAnswerUnreadable(operation, status[0], tooLarge.getMessage(), "", null);
    }
  }

  private Response passedOn(HttpResponse<Long> response, Received body) {
    Response.ResponseBuilder passedOn = Response.status(Math.min(response.statusCode(), 599));
    for (String name : HEADERS_READ) {
      response
          .headers()
          .firstValue(name)
          .ifPresent(value -> passedOn.header(name, endpoint.key().maskedIn(value)));
    }
    return passedOn.entity(body.open()).build();
  }

  /** A body without a copy of it. */
  private static final class Received extends ByteArrayOutputStream {
    InputStream open() {
      return new ByteArrayInputStream(buf, 0, count);
    }
  }
}
