package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderOutcomeUnknown;
import dev.timbre.provider.client.error.ProviderUnreachable;
import dev.timbre.provider.client.error.Retry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What breaks on the way is told apart: surely not sent, or nobody knows. */
class NetworkFaultTest {

  private static ProviderException failure(EachOperation each, URI base, Timeouts timeouts) {
    ProviderEndpoint endpoint =
        new ProviderEndpoint(base, ApiKey.of(StubProvider.KEY), Optional.empty(), timeouts);
    try (MiniMaxClient client = MiniMaxClient.connect(endpoint)) {
      return catchThrowableOfType(ProviderException.class, () -> each.callOn(client));
    }
  }

  private static void assertUnsent(EachOperation each, ProviderException failure) {
    assertThat(failure).isInstanceOf(ProviderUnreachable.class);
    assertThat(failure.operation()).isEqualTo(each.operation);
    assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
    assertThat(failure.retry()).isEqualTo(Retry.SOON);
  }

  private static void assertInDoubt(EachOperation each, ProviderException failure) {
    assertThat(failure).isInstanceOf(ProviderOutcomeUnknown.class);
    assertThat(failure.operation()).isEqualTo(each.operation);
    assertThat(failure.mayHaveBeenCarriedOut()).isEqualTo(each.operation.changes());
    assertThat(failure.retry().allowed()).isEqualTo(!each.operation.charged());
  }

  @ParameterizedTest
  @EnumSource
  void nobodyListens_isSurelyNotSent(EachOperation each) throws IOException {
    int port;
    try (ServerSocket freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = freed.getLocalPort();
    }

    assertUnsent(
        each, failure(each, URI.create("http://127.0.0.1:" + port), StubProvider.patient()));
  }

  @ParameterizedTest
  @EnumSource
  void hostWithoutAddress_isSurelyNotSent(EachOperation each) {
    assertUnsent(
        each, failure(each, URI.create("http://no-such-host.invalid"), StubProvider.patient()));
  }

  @ParameterizedTest
  @EnumSource
  void noTlsAtTheOtherEnd_isSurelyNotSent(EachOperation each) throws IOException {
    try (RawServer server = RawServer.answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      URI base = URI.create("https://127.0.0.1:" + server.port());

      assertUnsent(each, failure(each, base, StubProvider.patient()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void noAnswerInTime_isInDoubtAndSentOnce(EachOperation each) throws IOException {
    try (RawServer server = RawServer.silent()) {
      Timeouts impatient = StubProvider.allOf(Duration.ofMillis(500));

      ProviderException failure = failure(each, server.uri(), impatient);

      assertInDoubt(each, failure);
      assertThat(failure).hasMessageContaining("time-out");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void lineCutBeforeTheAnswer_isInDoubt(EachOperation each) throws IOException {
    try (RawServer server = RawServer.answering("")) {
      assertInDoubt(each, failure(each, server.uri(), StubProvider.patient()));

      if (each.operation.charged()) {
        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void halfABody_isInDoubt(EachOperation each) throws IOException {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"
                + "{\"base_resp\":{\"status_code\":0}}")) {
      assertInDoubt(each, failure(each, server.uri(), StubProvider.patient()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void chunkedBodyWithoutItsEnd_isInDoubt(EachOperation each) throws IOException {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + "\r\n1f\r\n{\"base_resp\":{\"status_code\":0}}\r\n")) {
      assertInDoubt(each, failure(each, server.uri(), StubProvider.patient()));
    }
  }

  @Test
  void noHttpAtAll_isInDoubt() throws IOException {
    try (RawServer server = RawServer.answering("SSH-2.0-OpenSSH_9.2\r\n")) {
      assertInDoubt(
          EachOperation.SPEAK, failure(EachOperation.SPEAK, server.uri(), StubProvider.patient()));
    }
  }
}
