package dev.timbre.it.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import dev.timbre.sandbox.Sandbox;
import dev.timbre.sandbox.SandboxConfig;
import dev.timbre.sandbox.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The provider that Timbre talks to in these tests. It can be stopped and started again. */
public final class Provider implements AutoCloseable {

  public static final String CLONE = "/v1/voice_clone";
  public static final String SPEAK = "/v1/t2a_v2";

  private final Path directory;
  private final Timbre control;
  private final URI address;
  private Sandbox sandbox;

  public Provider(Path directory) throws IOException {
    this.directory = directory;
    // a port that nobody takes while it is stopped
    int port = Ports.claim(0, "the provider", "timbre.it");
    this.sandbox = Sandbox.start(SandboxConfig.in(directory).withPort(port));
    this.address = sandbox.baseUri();
    this.control = Timbre.at(() -> address);
    // many voices are paid for before the last test
    control.post("/_sandbox/accounts", Map.of("name", "demo", "balance", "1000000")).expect(200);
  }

  public URI address() {
    return address;
  }

  /** From now on connections are refused. */
  public void stop() {
    try {
      sandbox.close();
      sandbox = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves again where it served before, with what it remembered. */
  public void startAgain() {
    try {
      sandbox = Sandbox.start(SandboxConfig.in(directory).withPort(address.getPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that says how far its clock runs ahead. */
  public Path clockFile() {
    return SandboxConfig.in(directory).clockFile().toAbsolutePath();
  }

  public void advance(Duration time) {
    control.post("/_sandbox/clock", Map.of("advanceSeconds", time.toSeconds())).expect(200);
  }

  /** From where the provider's download addresses seem to come; empty for itself. */
  public void mediaOrigin(String origin) {
    control.post("/_sandbox/settings", Map.of("mediaOrigin", origin)).expect(200);
  }

  /** Puts a misfortune in store for the next request to a path. */
  public Misfortune next(String path, Map<String, Object> effect) {
    return next(path, 1, effect);
  }

  /** Puts a misfortune in store for the next requests to a path. */
  public Misfortune next(String path, int times, Map<String, Object> effect) {
    return add(Map.of("path", path, "method", "POST", "times", times), effect);
  }

  /** Puts a misfortune in store for the next download. */
  public Misfortune nextGet(String path, Map<String, Object> effect) {
    return add(Map.of("path", path, "method", "GET"), effect);
  }

  private Misfortune add(Map<String, Object> match, Map<String, Object> effect) {
    JsonNode made =
        control.post("/_sandbox/faults", Map.of("match", match, "effect", effect)).json();
    return new Misfortune(control, made.path("id").asText());
  }

  /** Takes all misfortunes away and lets go what they hold. */
  public void clear() {
    control.delete("/_sandbox/faults").expect(200);
  }

  /** What the provider charged for one of its voices. */
  public Ledger ledger(String providerVoiceId) {
    return new Ledger(control.get("/_sandbox/ledger?voice_id=" + providerVoiceId).json());
  }

  /** What the provider was asked about one of its voices at a path, the oldest first. */
  public List<JsonNode> requests(String path, String providerVoiceId) {
    JsonNode all = control.get("/_sandbox/requests?path=" + path).expect(200).json();
    JsonNode list = all.isArray() ? all : all.path("requests");
    return StreamSupport.stream(list.spliterator(), false)
        .filter(request -> providerVoiceId.equals(request.path("voiceId").asText()))
        .toList();
  }

  /** Every voice of that id; exactly once means exactly one. */
  public List<JsonNode> voices(String providerVoiceId) {
    JsonNode voices = control.get("/_sandbox/state").json().path("voices");
    return StreamSupport.stream(voices.spliterator(), false)
        .filter(voice -> providerVoiceId.equals(voice.path("voiceId").asText()))
        .toList();
  }

  /** Samples that were uploaded for one of its voices. */
  public List<JsonNode> files(String providerVoiceId) {
    JsonNode files = control.get("/_sandbox/state").json().path("files");
    return StreamSupport.stream(files.spliterator(), false)
        .filter(file -> file.path("filename").asText().startsWith(providerVoiceId))
        .toList();
  }

  @Override
  public void close() throws IOException {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  /** What was charged for one voice. */
  public record Ledger(JsonNode json) {

    public int fees() {
      return json.path("totals").path("fee").path("count").asInt();
    }

    public int speeches() {
      return json.path("totals").path("characters").path("count").asInt();
    }

    public int previews() {
      return json.path("totals").path("preview").path("count").asInt();
    }

    public BigDecimal total() {
      return new BigDecimal(json.path("totals").path("amount").asText());
    }
  }
}
