package dev.timbre.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** One caller of the REST interface. Immutable; headers are added by copies. */
public final class Timbre {

  public static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than anything here may take, so that a hanging server fails a test. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final Supplier<URI> server;
  private final Map<String, String> headers;

  private Timbre(Supplier<URI> server, Map<String, String> headers) {
    this.server = server;
    this.headers = headers;
  }

  /**
   * A caller that nobody knows.
   *
   * @param server asked at each request, since a restarted server may be elsewhere
   */
  public static Timbre at(Supplier<URI> server) {
    return new Timbre(server, Map.of());
  }

  /** The same caller at another node. */
  public Timbre on(Supplier<URI> node) {
    return new Timbre(node, headers);
  }

  /** The same server, with an API key. */
  public Timbre withKey(String key) {
    return with("Authorization", "Bearer " + key);
  }

  /** The same caller with one header more. */
  public Timbre with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Timbre(server, more);
  }

  public Timbre repeatable(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  public Timbre ifMatch(String tag) {
    return with("If-Match", tag);
  }

  /** What stands in that header of each request; null for nothing. */
  public String header(String name) {
    return headers.get(name);
  }

  public URI uri(String path) {
    String absolute = path.startsWith("/") ? path : "/api/v1/" + path;
    return URI.create(server.get() + absolute);
  }

  public Answer get(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  public Answer post(String path) {
    return send("POST", path, null, BodyPublishers.noBody());
  }

  public Answer post(String path, Object body) {
    return json("POST", path, body);
  }

  public Answer patch(String path, Object body) {
    return json("PATCH", path, body);
  }

  public Answer put(String path, Object body) {
    return json("PUT", path, body);
  }

  public Answer json(String method, String path, Object body) {
    return send(method, path, "application/json", BodyPublishers.ofString(text(body)));
  }

  public Answer upload(String path, Form form) {
    return send("POST", path, form.contentType(), form.body());
  }

  /** Asks for a stream of events, which the caller reads and closes. */
  public EventReader events(String path, Object body) {
    HttpRequest request = streaming(path, body);
    HttpResponse<InputStream> response =
        HTTP.sendAsync(request, BodyHandlers.ofInputStream()).join();
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new EventReader(response.body());
  }

  /** The request for a stream of events, for those who send it themselves. */
  public HttpRequest streaming(String path, Object body) {
    return with("Accept", "text/event-stream")
        .request("POST", path, "application/json", BodyPublishers.ofString(text(body)));
  }

  private HttpRequest request(String method, String path, String contentType, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).timeout(LIMIT).method(method, body);
    headers.forEach(request::header);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    return request.build();
  }

  /** Sends what is given, right or wrong. */
  public Answer send(String method, String path, String contentType, BodyPublisher body) {
    HttpRequest request = request(method, path, contentType, body);
    try {
      return Answer.of(HTTP.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object body) {
    if (body instanceof String raw) {
      return raw;
    }
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
