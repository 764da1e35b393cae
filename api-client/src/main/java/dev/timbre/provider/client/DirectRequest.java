package dev.timbre.provider.client;

import dev.timbre.provider.client.dialect.OfficialCall;
import dev.timbre.provider.client.dialect.Route;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.OperationUnsupported;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * Requests that go out by {@code java.net.http}, because a REST client would hold their body or
 * their answer back: uploads, event streams, WebSockets. The same account, the same dialect.
 */
final class DirectRequest {

  private DirectRequest() {}

  /**
   * A request without a body yet.
   *
   * @throws OperationUnsupported when the account's dialect does not offer it
   */
  static HttpRequest.Builder to(ProviderEndpoint endpoint, Operation operation) {
    return start(endpoint, route(endpoint, operation, Optional.empty()));
  }

  /**
   * A JSON request whose body is what the dialect makes of {@code request}.
   *
   * @throws OperationUnsupported when the account's dialect does not offer it
   */
  static HttpRequest.Builder to(
      ProviderEndpoint endpoint, Operation operation, WireRequest request) {
    Route route = route(endpoint, operation, Optional.of(request.toJson()));
    byte[] body = WireRequest.bytes(route.body().orElseThrow());
    return start(endpoint, route)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body));
  }

  /** Where the operation is, for a handshake. */
  static URI address(ProviderEndpoint endpoint, Operation operation) {
    return endpoint.address(route(endpoint, operation, Optional.empty()), "");
  }

  private static Route route(
      ProviderEndpoint endpoint, Operation operation, Optional<JsonObject> body) {
    return endpoint.dialect().route(new OfficialCall(operation, operation.path(), body));
  }

  private static HttpRequest.Builder start(ProviderEndpoint endpoint, Route route) {
    return HttpRequest.newBuilder(endpoint.address(route, ""))
        .header("Authorization", endpoint.authorization());
  }

  /** A whole answer, ready to be judged. */
  static Reply reply(Operation operation, HttpResponse<?> response, byte[] body) {
    HttpHeaders headers = response.headers();
    String traceId =
        headers.firstValue("Trace-Id").or(() -> headers.firstValue("X-Trace-Id")).orElse(null);
    return new Reply(
        operation, response.statusCode(), headers.firstValue("Content-Type"), traceId, body);
  }
}
