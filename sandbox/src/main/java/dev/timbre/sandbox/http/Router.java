package dev.timbre.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which endpoint serves which method and path of the provider's API. */
final class Router {
  private final Map<String, Route> routes = new HashMap<>();

  /**
   * One operation.
   *
   * @param failureFields what its failures show beside {@code base_resp}
   */
  record Route(Endpoint endpoint, Function<Call, ObjectNode> failureFields) {}

  /** Serves an operation whose failures show nothing but the envelope. */
  Router add(String method, String path, Endpoint endpoint) {
    return add(method, path, endpoint, call -> Call.object());
  }

  Router add(
      String method, String path, Endpoint endpoint, Function<Call, ObjectNode> failureFields) {
    routes.put(method + " " + path, new Route(endpoint, failureFields));
    return this;
  }

  Optional<Route> find(String method, String path) {
    return Optional.ofNullable(routes.get(method + " " + path));
  }
}
