package dev.timbre.it.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.timbre.sandbox.Sandbox;
import dev.timbre.sandbox.SandboxConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox for a test class, which forgets everything before each test. */
final class RunningSandbox implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private Path directory;
  private Sandbox sandbox;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    directory = Files.createTempDirectory("sandbox");
    sandbox = Sandbox.start(SandboxConfig.in(directory));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    post("/reset", "{}");
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    sandbox.close();
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  URI address() {
    return sandbox.baseUri();
  }

  /** The sandbox's switches. */
  void settings(String json) {
    post("/settings", json);
  }

  /** Adds or changes an account. */
  void account(String json) {
    post("/accounts", json);
  }

  /** How many charges of a kind there are for a voice. */
  int charges(String voiceId, String kind) {
    return get("/ledger?voice_id=" + voiceId).path("totals").path(kind).path("count").asInt();
  }

  /** How much of a kind was charged for a voice, in characters where these are counted. */
  long quantity(String voiceId, String kind) {
    return get("/ledger?voice_id=" + voiceId).path("totals").path(kind).path("quantity").asLong();
  }

  /** What the sandbox knows of a voice; exactly one. */
  JsonNode voice(String voiceId) {
    return only("voices", "voiceId", voiceId);
  }

  /** How many requests came to a path. */
  int requests(String path) {
    return get("/requests?path=" + path).path("requests").size();
  }

  private JsonNode only(String list, String field, String value) {
    List<JsonNode> found =
        StreamSupport.stream(get("/state").path(list).spliterator(), false)
            .filter(each -> each.path(field).asText().equals(value))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          found.size() + " of the " + list + " have the " + field + " " + value);
    }
    return found.get(0);
  }

  private JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  private void post(String path, String json) {
    send(request(path).POST(BodyPublishers.ofString(json)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/_sandbox" + path));
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(
            request.uri() + " answered " + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return JSON.readTree(answer.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
