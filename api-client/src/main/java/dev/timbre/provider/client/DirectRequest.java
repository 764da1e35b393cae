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
    return to(endpoint, operation, "");
  }

  /**
   * A request without a body yet.
   *
   * @param query without question mark, already encoded; empty for none
   * @throws OperationUnsupported when the account's dialect does not offer it
   */
  static HttpRequest.Builder to(ProviderEndpoint endpoint, Operation operation, String query) {
    return start(endpoint, route(endpoint, operation, Optional.empty()), query);
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
    return start(endpoint, route, "")
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

  /** Asks for bytes as they are: an answer may come packed if nothing is said. */
  private static HttpRequest.Builder start(ProviderEndpoint endpoint, Route route, String query) {
    return HttpRequest.newBuilder(endpoint.address(route, query))
        .header("Authorization", endpoint.authorization())
        .header("Accept-Encoding", "identity");
  }

  /** A whole answer, ready to be judged; it may show the key that it was asked with. */
  static Reply reply(
      ProviderEndpoint endpoint, Operation operation, HttpResponse<?> response, byte[] body) {
    HttpHeaders headers = response.headers();
    String traceId =
        headers
            .firstValue("Trace-Id")
            .or(() -> headers.firstValue("X-Trace-Id"))
            .map(endpoint.key()::maskedIn)
            .orElse(null);
    return new Reply(
        operation, response.statusCode(), headers.firstValue("Content-Type"), traceId, body);
  }
}
