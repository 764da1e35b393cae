package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.RawCall;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.system.AccessSettings;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Headers about the caller count when a trusted proxy wrote them, and not otherwise. */
@OnRunningTimbre
class ProxyIT {

  private static final String STRANGER = "127.0.0.2";

  private final RunningTimbre timbre;
  private final Timbre client;

  ProxyIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.client = timbre.company().client("1").calls();
  }

  private RawCall get(String from, String... headers) {
    List<String> head = new ArrayList<>();
    head.add("GET /voices.xhtml HTTP/1.1");
    head.add("Host: " + timbre.uri().getAuthority());
    head.addAll(List.of(headers));
    return RawCall.send(timbre.uri(), from, head, "");
  }

  /** The address in the log of a client who was refused. Of strangers not each attempt is there. */
  private String loggedAddress(String from, String... headers) {
    String request = "request-" + UUID.randomUUID();
    List<String> head = new ArrayList<>();
    head.add("GET /api/v1/people HTTP/1.1");
    head.add("Host: " + timbre.uri().getAuthority());
    head.add("Authorization: " + client.header("Authorization"));
    head.add("X-Request-Id: " + request);
    head.addAll(List.of(headers));
    assertThat(RawCall.send(timbre.uri(), from, head, "").status()).isEqualTo(403);
    return timbre
        .admin()
        .get("audit?correlation=" + request)
        .expect(200)
        .items()
        .get(0)
        .path("address")
        .asText();
  }

  @Test
  void stranger_isNotBelieved() {
    assertThat(loggedAddress(STRANGER, "X-Forwarded-For: 198.51.100.77")).isEqualTo(STRANGER);
    RawCall answer = get(STRANGER, "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example");
    assertThat(answer.header("Location")).doesNotContain("evil.example", "https:");
    assertThat(answer.header("Strict-Transport-Security")).isNull();
  }

  @Test
  void trustedProxy_isBelievedWhatItAddedAndNoMore() {
    String proxy = AccessSettings.TRUSTED_PROXY;
    assertThat(loggedAddress(proxy, "X-Forwarded-For: 198.51.100.77")).isEqualTo("198.51.100.77");
    assertThat(loggedAddress(proxy, "X-Forwarded-For: 10.0.0.1, 198.51.100.77, 192.0.2.9"))
        .isEqualTo("198.51.100.77");
    assertThat(loggedAddress(proxy, "X-Forwarded-For: 10.0.0.1", "X-Forwarded-For: 198.51.100.77"))
        .isEqualTo("198.51.100.77");
    assertThat(loggedAddress(proxy, "X-Forwarded-For: <script>alert(1)</script>")).isEqualTo(proxy);
    assertThat(loggedAddress(proxy, "Forwarded: for=10.0.0.1", "X-Forwarded-For: 198.51.100.77"))
        .isEqualTo("198.51.100.77");
    assertThat(loggedAddress(proxy)).isEqualTo(proxy);
  }

  @Test
  void behindTls_redirectsCookiesAndHeadersAreOfTls() {
    RawCall answer =
        get(
            AccessSettings.TRUSTED_PROXY,
            "X-Forwarded-For: 198.51.100.77",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: timbre.example");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).startsWith("https://timbre.example/sign-in.xhtml");
    RawCall page =
        RawCall.send(
            timbre.uri(),
            AccessSettings.TRUSTED_PROXY,
            List.of(
                "GET /sign-in.xhtml HTTP/1.1",
                "Host: timbre.example",
                "X-Forwarded-For: 198.51.100.77",
                "X-Forwarded-Proto: https"),
            "");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    assertThat(page.header("Set-Cookie"))
        .containsIgnoringCase("secure")
        .containsIgnoringCase("SameSite=Strict");
  }

  @Test
  void unsoundSchemeAndHost_areIgnored() {
    RawCall answer =
        get(
            AccessSettings.TRUSTED_PROXY,
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-Host: evil.example/path");
    assertThat(answer.header("Location")).doesNotContain("evil.example", "javascript");
  }
}
