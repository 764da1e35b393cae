package dev.timbre.it.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Timbre;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * A real identity provider in a process of its own, with a realm, two groups and their people. It
 * answers at {@code localhost} while Timbre answers at {@code 127.0.0.1}, so that browsers take
 * them for two sites, as they are in earnest.
 */
public final class Keycloak implements AutoCloseable {

  /** What Timbre's configuration says of it. */
  public static final String CLIENT = "timbre";

  public static final String CLIENT_SECRET = "secret-of-timbre-at-keycloak";
  public static final String CURATORS = "voices-curators";
  public static final String ADMINS = "timbre-admins";

  private static final String PASSWORD = "password of the test realm";
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Process process;

  private Keycloak(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  static URI issuer(int port) {
    return URI.create("http://localhost:" + port + "/realms/timbre");
  }

  /** Starts it anew; returns when it answers. */
  public static Keycloak start(Path directory, int port, URI redirectUri) throws IOException {
    Path home = copy(Path.of(System.getProperty("timbre.keycloak")), directory);
    Path realm = home.resolve("data/import/timbre-realm.json");
    Files.createDirectories(realm.getParent());
    Files.writeString(realm, realm(redirectUri));
    ProcessBuilder command =
        new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--log-level=warn")
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keycloak.log").toFile());
    command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m -XX:TieredStopAtLevel=1");
    command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "root");
    command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
    Keycloak keycloak = new Keycloak(port, command.start());
    Awaitility.await("Keycloak, see " + directory)
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(keycloak::answers);
    return keycloak;
  }

  private static Path copy(Path from, Path directory) throws IOException {
    Path home = directory.resolve("home");
    try (var all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = home.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (Files.notExists(target)) {
          // the libraries are only read
          boolean library = path.toString().contains("/lib/lib/");
          if (library) {
            Files.createLink(target, path);
          } else {
            Files.copy(path, target);
          }
        }
      }
    }
    return home;
  }

  private boolean answers() throws IOException, InterruptedException {
    URI description = URI.create(issuer(port) + "/.well-known/openid-configuration");
    return send(HttpRequest.newBuilder(description)).statusCode() == 200;
  }

  private static String realm(URI redirectUri) {
    return """
    {"realm": "timbre", "enabled": true, "sslRequired": "none", "groups": [
      {"name": "%s"}, {"name": "%s"}],
     "clients": [{"clientId": "%s", "secret": "%s", "enabled": true, "standardFlowEnabled": true,
       "directAccessGrantsEnabled": false, "redirectUris": ["%s"],
       "attributes": {"pkce.code.challenge.method": "S256", "post.logout.redirect.uris": "%s"},
       "protocolMappers": [{"name": "groups", "protocol": "openid-connect",
         "protocolMapper": "oidc-group-membership-mapper",
         "config": {"claim.name": "groups", "full.path": "false", "id.token.claim": "true"}}]}]}
    """
        .formatted(
            CURATORS,
            ADMINS,
            CLIENT,
            CLIENT_SECRET,
            redirectUri,
            redirectUri.resolve("../sign-in.xhtml"));
  }

  /**
   * Somebody in the realm.
   *
   * @param password what they sign in with over there
   */
  public record Member(String id, String username, String name, String password) {}

  /** A new person in these groups. */
  public Member member(String name, String... groups) {
    String username = "kc-" + UUID.randomUUID().toString().substring(0, 8);
    return called(username, name, groups);
  }

  public Member called(String username, String name, String... groups) {
    String[] names = name.split(" ", 2);
    admin(
        "POST",
        "users",
        Map.of(
            "username",
            username,
            "firstName",
            names[0],
            "lastName",
            names[1],
            "email",
            username + "@example.org",
            "emailVerified",
            true,
            "enabled",
            true,
            "groups",
            List.of(groups),
            "credentials",
            List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
    String id =
        admin("GET", "users?exact=true&username=" + username, null).get(0).path("id").asText();
    return new Member(id, username, name, PASSWORD);
  }

  /** From the next sign-in on, the person is in that group or not. */
  public void join(Member member, String group, boolean in) {
    String id = admin("GET", "groups?exact=true&search=" + group, null).get(0).path("id").asText();
    admin(in ? "PUT" : "DELETE", "users/" + member.id() + "/groups/" + id, Map.of());
  }

  private JsonNode admin(String method, String path, Object body) {
    try {
      URI address = URI.create("http://localhost:" + port + "/admin/realms/timbre/" + path);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(address)
              .header("Authorization", "Bearer " + adminToken())
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(Timbre.JSON.writeValueAsString(body)));
      HttpResponse<String> answer = send(request);
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return Timbre.JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String adminToken() throws IOException, InterruptedException {
    URI address =
        URI.create("http://localhost:" + port + "/realms/master/protocol/openid-connect/token");
    Map<String, String> form =
        Map.of(
            "grant_type", "password",
            "client_id", "admin-cli",
            "username", "root",
            "password", PASSWORD);
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return Timbre.JSON.readTree(send(request).body()).path("access_token").asText();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(CALL_LIMIT).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
