package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.stream.EventBody;
import dev.timbre.provider.client.stream.EventStream;
import dev.timbre.provider.client.wire.WireRequest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Opens the event streams of one account. */
final class EventStreams {

  private static final byte[] NO_BODY = {};

  private final ProviderEndpoint endpoint;
  private final Connections connections;

  EventStreams(ProviderEndpoint endpoint, Connections connections) {
    this.endpoint = endpoint;
    this.connections = connections;
  }

  /**
   * Sends a request and answers when the headers have come.
   *
   * @param stall how long to wait for the headers and then for each event
   * @throws IOException when the network fails
   */
  EventStream open(Operation operation, WireRequest request, Duration stall) throws IOException {
    HttpRequest asked =
        DirectRequest.to(endpoint, operation, request)
            .header("Accept", "text/event-stream, application/json")
            .build();
    HttpResponse<EventBody> response = connections.send(asked, EventBody.handler(), stall);
    return connections.keep(
        EventStream.of(
            DirectRequest.reply(endpoint, operation, response, NO_BODY), response.body(), stall));
  }
}
