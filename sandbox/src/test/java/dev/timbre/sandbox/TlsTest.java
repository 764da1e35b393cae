package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String SPEECH =
      "{\"model\":\"speech-2.8-hd\",\"text\":\"Hello.\",\"output_format\":\"url\","
          + "\"voice_setting\":{\"voice_id\":\"female-yujie\"}}";

  @TempDir Path directory;

  private static HttpClient trusting(Path pem) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      trusted.setCertificateEntry(
          "sandbox", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static String linkOf(HttpClient client, URI base) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/v1/t2a_v2"))
            .header("Authorization", "Bearer " + SandboxConfig.DEMO_KEY)
            .POST(BodyPublishers.ofString(SPEECH))
            .build();
    JsonNode answer =
        new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
    return answer.at("/data/audio").asText();
  }

  @Test
  void whoComesWithTls_getsLinksWithTls_andOthersPlainOnes() throws Exception {
    SandboxConfig config = SandboxConfig.in(directory).withTlsPort(0);
    try (Sandbox sandbox = Sandbox.start(config)) {
      Sandbox.Tls tls = sandbox.tls().orElseThrow();
      HttpClient client = trusting(tls.certificate());
      String link = linkOf(client, tls.baseUri());
      assertThat(link).startsWith(tls.baseUri() + "/_media/");
      var sound =
          client.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray());
      assertThat(sound.statusCode()).isEqualTo(200);
      assertThat(linkOf(client, sandbox.baseUri())).startsWith(sandbox.baseUri() + "/_media/");
    }
  }

  @Test
  void certificate_staysTheSame_andIsTrustedByNobodyElse() throws Exception {
    SandboxConfig config = SandboxConfig.in(directory).withTlsPort(0);
    String first;
    try (Sandbox sandbox = Sandbox.start(config)) {
      first = Files.readString(sandbox.tls().orElseThrow().certificate());
    }
    try (Sandbox sandbox = Sandbox.start(config)) {
      Sandbox.Tls tls = sandbox.tls().orElseThrow();
      assertThat(Files.readString(tls.certificate())).isEqualTo(first);
      HttpRequest request = HttpRequest.newBuilder(tls.baseUri()).build();
      assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.discarding()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void withoutThatOption_thereIsNoTls() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxConfig.in(directory))) {
      assertThat(sandbox.tls()).isEmpty();
      assertThat(directory.resolve("tls")).doesNotExist();
    }
  }
}
