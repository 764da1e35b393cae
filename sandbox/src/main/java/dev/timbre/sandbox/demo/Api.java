package dev.timbre.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Timbre's REST interface, as one caller sees it. */
final class Api {
  private static final String ROOT = "/api/v1/";
  private static final String JSON = "application/json";
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final Map<String, String> credentials;

  private Api(URI server, Map<String, String> credentials) {
    this.server = server;
    this.credentials = credentials;
  }

  /** Somebody with an API key. */
  static Api withKey(URI server, String key) {
    return new Api(server, Map.of("Authorization", "Bearer " + key));
  }

  /** Somebody who signs in as a browser does: a cookie, and from where the request comes. */
  static Api signedIn(URI server, String user, String password) throws DemoFault {
    Map<String, String> origin = Map.of("Origin", server.toString());
    Api stranger = new Api(server, origin);
    BodyPublisher body = json(Map.of("username", user, "password", password));
    HttpResponse<byte[]> answer = stranger.send("POST", "session", JSON, body, Map.of());
    String cookie =
        answer
            .headers()
            .firstValue("Set-Cookie")
            .map(value -> value.split(";", 2)[0])
            .orElseThrow(() -> new DemoFault("Signing in was answered without a cookie."));
    return new Api(server, Map.of("Origin", server.toString(), "Cookie", cookie));
  }

  JsonNode get(String path) throws DemoFault {
    return tree(send("GET", path, JSON, BodyPublishers.noBody(), Map.of()));
  }

  HttpResponse<byte[]> getBytes(String path) throws DemoFault {
    return send("GET", path, JSON, BodyPublishers.noBody(), Map.of());
  }

  JsonNode post(String path, Object body) throws DemoFault {
    return tree(postForBytes(path, body));
  }

  HttpResponse<byte[]> postForBytes(String path, Object body) throws DemoFault {
    return send("POST", path, JSON, json(body), once());
  }

  JsonNode upload(String path, Multipart form) throws DemoFault {
    BodyPublisher body = BodyPublishers.ofByteArray(form.bytes());
    return tree(send("POST", path, form.contentType(), body, once()));
  }

  /** Replaces what is there, if nobody else changed it since it was read just now. */
  JsonNode put(String path, Object body) throws DemoFault {
    String version = getBytes(path).headers().firstValue("ETag").orElse("*");
    return tree(send("PUT", path, JSON, json(body), Map.of("If-Match", version)));
  }

  private static Map<String, String> once() {
    return Map.of("Idempotency-Key", UUID.randomUUID().toString());
  }

  private HttpResponse<byte[]> send(
      String method, String path, String type, BodyPublisher body, Map<String, String> headers)
      throws DemoFault {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(ROOT + path))
            .timeout(LIMIT)
            .method(method, body)
            .header("Content-Type", type);
    credentials.forEach(request::header);
    headers.forEach(request::header);
    String what = method + " " + ROOT + path;
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new DemoFault(what + " was answered with " + problem(answer));
      }
      return answer;
    } catch (IOException e) {
      throw new DemoFault(what + " got no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFault(what + " was interrupted.", e);
    }
  }

  private static String problem(HttpResponse<byte[]> answer) {
    try {
      JsonNode problem = MAPPER.readTree(answer.body());
      String told = problem.path("code").asText() + ": " + problem.path("detail").asText();
      JsonNode violations = problem.path("violations");
      return answer.statusCode() + " " + told + (violations.isEmpty() ? "" : " " + violations);
    } catch (IOException e) {
      return String.valueOf(answer.statusCode());
    }
  }

  private static JsonNode tree(HttpResponse<byte[]> answer) throws DemoFault {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new DemoFault(answer.uri() + " did not answer JSON.", e);
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON: " + body.getClass(), e);
    }
  }
}
