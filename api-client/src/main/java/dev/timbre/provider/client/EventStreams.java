package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.stream.EventBody;
import dev.timbre.provider.client.stream.EventStream;
import dev.timbre.provider.client.wire.WireRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** Opens the event streams of one account, all over the same connections. */
final class EventStreams implements AutoCloseable {

  private static final byte[] NO_BODY = {};

  private final ProviderEndpoint endpoint;
  private final HttpClient http;

  /** Streams that nobody holds any more leave by themselves. */
  private final Set<EventStream> open = Collections.newSetFromMap(new WeakHashMap<>());

  private boolean closed;

  EventStreams(ProviderEndpoint endpoint) {
    this.endpoint = endpoint;
    this.http = Exchange.newClient(endpoint.timeouts().connect());
  }

  /**
   * Sends a request and answers when the headers have come.
   *
   * @param stall how long to wait for the headers and then for each event
   * @throws IOException when the network fails
   */
  EventStream open(Operation operation, WireRequest request, Duration stall) throws IOException {
    requireOpen();
    HttpRequest asked =
        DirectRequest.to(endpoint, operation, request)
            .header("Accept", "text/event-stream, application/json")
            .build();
    HttpResponse<EventBody> response = Exchange.send(http, asked, EventBody.handler(), stall);
    EventStream stream =
        EventStream.of(
            DirectRequest.reply(endpoint, operation, response, NO_BODY), response.body(), stall);
    keep(stream);
    return stream;
  }

  private synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The client of " + endpoint.baseUri().getHost() + " is closed");
    }
  }

  private synchronized void keep(EventStream stream) {
    if (closed) {
      stream.close();
    }
    open.add(stream);
  }

  /** Ends the streams under way; their readers fail. */
  @Override
  public synchronized void close() {
    closed = true;
    open.forEach(EventStream::close);
  }
}
