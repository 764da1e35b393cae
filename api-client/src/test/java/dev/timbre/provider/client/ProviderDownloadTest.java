package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.DownloadFailed.Reason;
import dev.timbre.provider.client.wire.ProviderUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderDownloadTest {

  private final StubProvider provider = new StubProvider();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    provider.close();
  }

  private ProviderDownload ofLoopback(long maxBytes) {
    ProviderEndpoint endpoint = StubProvider.endpoint(provider.uri(""));
    return new ProviderDownload(DownloadRules.of(endpoint, List.of("*.oss.example"), maxBytes));
  }

  private static ProviderDownload ofPublicProvider(String... hosts) {
    return new ProviderDownload(
        new DownloadRules(List.of(hosts), false, 1000, Duration.ofSeconds(20)));
  }

  private DownloadFailed failure(ProviderDownload download, URI address) {
    return catchThrowableOfType(
        DownloadFailed.class, () -> download.fetch(new ProviderUrl(address), out));
  }

  @Test
  void fileOfLoopbackProvider_isCopiedWithoutKey() {
    provider.answers(200, Map.of("Content-Type", "audio/mpeg"), new byte[] {1, 2, 3});

    long size = ofLoopback(3).fetch(new ProviderUrl(provider.uri("/demo.mp3?Signature=x")), out);

    assertThat(size).isEqualTo(3);
    assertThat(out.toByteArray()).containsExactly(1, 2, 3);
    assertThat(provider.onlyRequest().uri()).isEqualTo("/demo.mp3?Signature=x");
    assertThat(provider.onlyRequest().headers()).doesNotContainKey("Authorization");
  }

  @Test
  void fileOverTheLimit_isCutAtTheLimit() {
    provider.answers(200, Map.of(), new byte[100_000]);

    DownloadFailed failed = failure(ofLoopback(70_000), provider.uri("/demo.mp3"));

    assertThat(failed.reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(failed).hasMessageContaining("70000 bytes");
    assertThat(out.size()).isLessThanOrEqualTo(70_000);
  }

  @ParameterizedTest
  @CsvSource({"403,EXPIRED", "404,EXPIRED", "410,EXPIRED", "500,REFUSED", "206,REFUSED"})
  void otherStatus_hasItsReasonAndWritesNothing(int status, Reason reason) {
    provider.answers(status, "text/xml", "<Error><Code>AccessDenied</Code></Error>");

    DownloadFailed failed = failure(ofLoopback(1000), provider.uri("/demo.mp3?Signature=x"));

    assertThat(failed.reason()).isEqualTo(reason);
    assertThat(failed.host()).isEqualTo("127.0.0.1");
    assertThat(failed).hasMessageContaining("HTTP " + status);
    assertThat(failed.getMessage()).doesNotContain("Signature");
    assertThat(failed.mayHaveBeenCarriedOut()).isFalse();
    assertThat(out.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/a",
        "https://oss.example/a",
        "https://xoss.example/a",
        "https://a.oss.example.evil.example/a",
        "https://a.oss.example@evil.example/a",
        "http://a.oss.example/a",
        "https://127.0.0.1/a",
        "http://127.0.0.1/a",
        "https://[::1]/a",
        "https://169.254.169.254/latest/meta-data"
      })
  void addressOutsideTheRules_isBlockedByName(String address) {
    DownloadFailed failed = failure(ofPublicProvider("*.oss.example"), URI.create(address));

    assertThat(failed.reason()).isEqualTo(Reason.BLOCKED);
    assertThat(failed.host()).isEqualTo(URI.create(address).getHost());
    assertThat(failed).hasMessageContaining(failed.host());
    assertThat(failed.retry().allowed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "localhost", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254",
        "100.64.0.1", "0.0.0.0", "0.1.2.3", "198.18.0.1", "192.0.0.8", "240.0.0.1",
        "255.255.255.255", "2130706433", "[::1]", "[::]", "[fd00::1]", "[fe80::1]",
        "[::ffff:10.0.0.1]", "[::10.0.0.1]", "[64:ff9b::169.254.169.254]", "[2002:a00:1::]"
      })
  void allowedNameThatLeadsInside_isBlocked(String host) {
    DownloadFailed failed = failure(ofPublicProvider(host), URI.create("https://" + host + "/a"));

    assertThat(failed.reason()).isEqualTo(Reason.BLOCKED);
    assertThat(failed).hasMessageContaining("private network");
  }

  @Test
  void loopbackProvider_opensNoOtherPrivateHost() {
    ProviderEndpoint endpoint = StubProvider.endpoint(provider.uri(""));
    ProviderDownload download =
        new ProviderDownload(DownloadRules.of(endpoint, List.of("10.1.2.3"), 1000));

    assertThat(failure(download, URI.create("https://10.1.2.3/a")).reason())
        .isEqualTo(Reason.BLOCKED);
    assertThat(failure(download, URI.create("http://10.1.2.3/a")).reason())
        .isEqualTo(Reason.BLOCKED);
  }

  @Test
  void redirectToForbiddenHost_isBlockedAndNamed() {
    provider.answers(302, Map.of("Location", "https://evil.example/a?token=x"), new byte[0]);

    DownloadFailed failed = failure(ofLoopback(1000), provider.uri("/demo.mp3"));

    assertThat(failed.reason()).isEqualTo(Reason.BLOCKED);
    assertThat(failed.host()).isEqualTo("evil.example");
    assertThat(failed.getMessage()).doesNotContain("token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "//[::1]/",
        "http://a.oss.example/downgraded",
        "https://a.oss.example.evil.example/",
        "https://127.0.0.1.evil.example/",
        "https://0x7f000001/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://a.oss.example@169.254.169.254/",
        "https://a.oss.example:443@evil.example/",
        "https://evil.example:443/a.oss.example/",
        "https://evil.example/?a.oss.example",
        "https://evil.example#.oss.example",
        "https://A.OSS.EXAMPLE.EVIL.EXAMPLE/",
        "https://a.oss.example./"
      })
  void redirectAnywhereElse_isBlocked(String target) {
    provider.answers(302, Map.of("Location", target), new byte[0]);

    assertThat(failure(ofLoopback(1000), provider.uri("/demo.mp3")).reason())
        .isEqualTo(Reason.BLOCKED);
  }

  @Test
  void encodedFile_isCopiedAndNotUnpacked() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[1_000_000]);
    }
    provider.answers(200, Map.of("Content-Encoding", "gzip"), bomb.toByteArray());

    long size = ofLoopback(5000).fetch(new ProviderUrl(provider.uri("/demo.mp3")), out);

    assertThat(size).isEqualTo(bomb.size());
    assertThat(out.toByteArray()).isEqualTo(bomb.toByteArray());
    assertThat(provider.onlyRequest().headers().getFirst("Accept-Encoding")).isEqualTo("identity");
  }

  @ParameterizedTest
  @CsvSource({
    "200 OK,TOO_LARGE",
    "302 Found,REFUSED",
    "404 Not Found,EXPIRED",
    "500 Internal Server Error,REFUSED"
  })
  void bodyWithoutEnd_isNotReadOn(String status, Reason reason) throws IOException {
    try (RawServer server =
        RawServer.repeating(
            "HTTP/1.1 " + status + "\r\nContent-Type: audio/mpeg\r\n\r\n",
            "a".repeat(65_536),
            Duration.ZERO)) {
      ProviderDownload download =
          new ProviderDownload(
              new DownloadRules(List.of("127.0.0.1"), true, 1_000_000, Duration.ofSeconds(30)));

      assertThat(failure(download, server.uri()).reason()).isEqualTo(reason);
      server.awaitClientGone();
      assertThat(out.size()).isLessThanOrEqualTo(1_000_000);
    }
  }

  @Test
  void bodyThatDrips_endsWithTheTimeLimit() throws IOException {
    try (RawServer server =
        RawServer.repeating("HTTP/1.1 200 OK\r\n\r\n", "a", Duration.ofMillis(5))) {
      ProviderDownload download =
          new ProviderDownload(
              new DownloadRules(List.of("127.0.0.1"), true, 1_000_000, Duration.ofSeconds(1)));

      assertThat(failure(download, server.uri()).reason()).isEqualTo(Reason.INTERRUPTED);
      server.awaitClientGone();
    }
  }

  @Test
  void headersWithoutEnd_endTheDownload() throws IOException {
    try (RawServer server =
        RawServer.repeating(
            "HTTP/1.1 200 OK\r\n", "X-Filler: " + "a".repeat(1000) + "\r\n", Duration.ZERO)) {
      ProviderDownload download =
          new ProviderDownload(
              new DownloadRules(List.of("127.0.0.1"), true, 1_000_000, Duration.ofSeconds(2)));

      assertThat(failure(download, server.uri()).reason()).isEqualTo(Reason.INTERRUPTED);
    }
  }

  @Test
  void contentLengthOfLess_endsTheFileThere() throws IOException {
    try (RawServer server =
        RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabcdef")) {
      ProviderDownload download =
          new ProviderDownload(
              new DownloadRules(List.of("127.0.0.1"), true, 1000, Duration.ofSeconds(20)));

      assertThat(download.fetch(new ProviderUrl(server.uri()), out)).isEqualTo(2);
      assertThat(out).hasToString("ab");
    }
  }

  @Test
  void redirectWithoutEnd_isRefused() {
    provider.answers(307, Map.of("Location", "/again"), new byte[0]);

    DownloadFailed failed = failure(ofLoopback(1000), provider.uri("/demo.mp3"));

    assertThat(failed.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failed).hasMessageContaining("3 redirects");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "jar:http://127.0.0.1!/",
        "https://127.1/",
        "https://",
        "https:a.oss.example",
        "https://a.oss.example\\@evil.example/",
        "https://a.oss.ex\u00e4mple/",
        "https://a b.oss.example/",
        "https://[::1/",
        "https://a.oss.example:99999999999/"
      })
  void redirectToNowhere_isRefused(String target) {
    provider.answers(302, Map.of("Location", target), new byte[0]);

    assertThat(failure(ofLoopback(1000), provider.uri("/demo.mp3")).reason())
        .isEqualTo(Reason.REFUSED);
  }

  @Test
  void bodyThatStalls_endsWithTheTimeLimit() throws IOException {
    try (RawServer server =
        RawServer.stallingAfter("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")) {
      ProviderDownload download =
          new ProviderDownload(
              new DownloadRules(List.of("127.0.0.1"), true, 1000, Duration.ofSeconds(1)));

      DownloadFailed failed = failure(download, server.uri());

      assertThat(failed.reason()).isEqualTo(Reason.INTERRUPTED);
      assertThat(failed).hasMessageContaining("HttpTimeoutException");
    }
  }

  @Test
  void bodyCutOff_isInterruptedAndMayBeRepeated() throws IOException {
    try (RawServer server =
        RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")) {
      ProviderDownload download =
          new ProviderDownload(
              new DownloadRules(List.of("127.0.0.1"), true, 1000, Duration.ofSeconds(20)));

      DownloadFailed failed = failure(download, server.uri());

      assertThat(failed.reason()).isEqualTo(Reason.INTERRUPTED);
      assertThat(failed.retry().allowed()).isTrue();
    }
  }

  @Test
  void targetThatCannotBeWritten_isOurOwnFault() {
    provider.answers(200, Map.of(), new byte[10]);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };

    assertThatThrownBy(
            () -> ofLoopback(1000).fetch(new ProviderUrl(provider.uri("/demo.mp3")), full))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("disk full");
  }
}
