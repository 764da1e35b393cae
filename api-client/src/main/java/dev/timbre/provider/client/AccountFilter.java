package dev.timbre.provider.client;

import dev.timbre.provider.client.api.ReplyMarks;
import dev.timbre.provider.client.dialect.OfficialCall;
import dev.timbre.provider.client.dialect.Route;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;

/**
 * Makes a request of the official API one of the account: its key, its group, and the path and body
 * of its dialect.
 */
final class AccountFilter implements ClientRequestFilter {

  private final ProviderEndpoint endpoint;

  AccountFilter(ProviderEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void filter(ClientRequestContext request) {
    OfficialCall call = officialCall(request);
    Route route = endpoint.dialect().route(call);
    request.setProperty(ReplyMarks.OPERATION, call.operation());
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, endpoint.authorization());
    String query = Optional.ofNullable(request.getUri().getRawQuery()).orElse("");
    request.setUri(endpoint.address(route, query));
    route
        .body()
        .filter(body -> call.body().isPresent())
        .ifPresent(body -> request.setEntity(new Routed(body)));
  }

  private OfficialCall officialCall(ClientRequestContext request) {
    URI base = URI.create(endpoint.base());
    String path = request.getUri().getRawPath().substring(base.getRawPath().length());
    Operation operation =
        Operation.at(request.getMethod(), path).orElseThrow(IllegalStateException::new);
    Optional<JsonObject> body =
        request.getEntity() instanceof WireRequest asked
            ? Optional.of(asked.toJson())
            : Optional.empty();
    return new OfficialCall(operation, path, body);
  }

  /** What a dialect made of a request. */
  private record Routed(JsonObject toJson) implements WireRequest {}
}
