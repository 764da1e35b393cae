package dev.timbre.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which endpoint serves which method and path of the provider's API. A path may have parameters,
 * each a whole segment: {@code /v1/batches/{id}/cancel}. A path without parameters goes before one
 * that has some, and of those the one that was added first.
 */
public final class Router {
  private final Map<String, Route> exact = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();
  private final List<Movable> movables = new ArrayList<>();

  /** One operation. */
  public record Route(Endpoint endpoint, ErrorStyle errors) {}

  /** The operation that was asked for, with the parameters in its path. */
  public record Match(Route route, Map<String, String> parameters) {}

  private record Movable(String method, Supplier<String> path, Route route) {}

  private record Template(String method, List<String> segments, Route route) {
    Optional<Match> match(String asked, List<String> path) {
      if (!method.equals(asked) || path.size() != segments.size()) {
        return Optional.empty();
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      for (int i = 0; i < path.size(); i++) {
        String segment = segments.get(i);
        if (isParameter(segment) && !path.get(i).isEmpty()) {
          parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
        } else if (!segment.equals(path.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(new Match(route, parameters));
    }
  }

  /** Serves an operation whose failures show nothing but the envelope. */
  public Router add(String method, String path, Endpoint endpoint) {
    return add(method, path, endpoint, ErrorStyle.ENVELOPE);
  }

  /** Serves an operation whose failures show these fields before the envelope. */
  public Router add(
      String method, String path, Endpoint endpoint, Function<Call, ObjectNode> failureFields) {
    return add(method, path, endpoint, ErrorStyle.envelope(failureFields));
  }

  /** Serves an operation; a later one of the same method and path replaces it. */
  public Router add(String method, String path, Endpoint endpoint, ErrorStyle errors) {
    Route route = new Route(endpoint, errors);
    List<String> segments = segments(path);
    if (segments.stream().anyMatch(Router::isParameter)) {
      templates.add(new Template(method, segments, route));
    } else {
      exact.put(method + " " + path, route);
    }
    return this;
  }

  /** Serves an operation whose path can be changed while the sandbox runs. */
  public Router addMovable(
      String method, Supplier<String> path, Endpoint endpoint, ErrorStyle errors) {
    movables.add(new Movable(method, path, new Route(endpoint, errors)));
    return this;
  }

  /** The operation that a request asks for. */
  public Optional<Match> find(String method, String path) {
    Route route = exact.get(method + " " + path);
    if (route != null) {
      return Optional.of(new Match(route, Map.of()));
    }
    Optional<Match> moved =
        movables.stream()
            .filter(m -> m.method().equals(method) && m.path().get().equals(path))
            .map(m -> new Match(m.route(), Map.of()))
            .findFirst();
    if (moved.isPresent()) {
      return moved;
    }
    List<String> segments = segments(path);
    return templates.stream()
        .map(template -> template.match(method, segments))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }
}
