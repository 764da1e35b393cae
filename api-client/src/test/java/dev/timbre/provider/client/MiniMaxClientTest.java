package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderOutcomeUnknown;
import dev.timbre.provider.client.wire.file.FilePurpose;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiniMaxClientTest {

  @Test
  void oneClient_servesManyThreads() throws Exception {
    int threads = 16;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CyclicBarrier start = new CyclicBarrier(threads);
    try (StubProvider provider = new StubProvider();
        MiniMaxClient client = provider.client()) {
      provider.answers("{\"files\":[{\"file_id\":1}],\"base_resp\":{\"status_code\":0}}");
      List<Future<Integer>> sizes = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        sizes.add(
            pool.submit(
                () -> {
                  start.await(20, TimeUnit.SECONDS);
                  return client.files().list(FilePurpose.VOICE_CLONE).files().size();
                }));
      }
      for (Future<Integer> size : sizes) {
        assertThat(size.get(20, TimeUnit.SECONDS)).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** A failure that kept its connection would use up the pool of 64. */
  @Test
  void failures_giveTheirConnectionsBack() {
    try (StubProvider provider = new StubProvider();
        MiniMaxClient client = provider.client()) {
      for (int i = 0; i < 70; i++) {
        provider.answers(i % 2 == 0 ? 502 : 200, "text/html", "<p>no</p>");
        for (EachOperation each :
            List.of(EachOperation.LIST_VOICES, EachOperation.CONTENT, EachOperation.RETRIEVE)) {
          try {
            each.callOn(client);
          } catch (ProviderException refused) {
            assertThat(refused).hasMessageContaining("HTTP");
          }
        }
      }
      provider.answers("{\"files\":[],\"base_resp\":{\"status_code\":0}}");

      assertThat(client.files().list(FilePurpose.VOICE_CLONE).files()).isEmpty();
    }
  }

  @Test
  void closing_endsTheCallsUnderWay() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (RawServer server = RawServer.silent()) {
      MiniMaxClient client = MiniMaxClient.connect(StubProvider.endpoint(server.uri()));
      Future<?> call = pool.submit(() -> client.files().list(FilePurpose.VOICE_CLONE));
      Awaitility.await().until(() -> server.connections() == 1);

      client.close();

      assertThatThrownBy(() -> call.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ProviderOutcomeUnknown.class);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void closedClient_saysSo() {
    try (StubProvider provider = new StubProvider()) {
      MiniMaxClient client = provider.client();
      client.close();

      assertThatThrownBy(() -> client.files().list(FilePurpose.VOICE_CLONE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @Test
  void closedClient_refusesUploadsAndStreams() {
    try (StubProvider provider = new StubProvider()) {
      MiniMaxClient client = provider.client();
      client.close();

      for (EachOperation each : List.of(EachOperation.UPLOAD, EachOperation.OPEN_SOCKET)) {
        assertThatThrownBy(() -> each.callOn(client))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("closed");
      }
      assertThat(provider.requests()).isEmpty();
    }
  }

  @Test
  void closingTheClient_endsUploadsUnderWay() throws Exception {
    try (RawServer server = RawServer.stallingAfter("")) {
      MiniMaxClient client = MiniMaxClient.connect(StubProvider.endpoint(server.uri()));
      CompletableFuture<Void> uploading =
          CompletableFuture.runAsync(() -> EachOperation.UPLOAD.callOn(client));
      server.awaitRequest();

      client.close();

      assertThatThrownBy(() -> uploading.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ProviderOutcomeUnknown.class)
          .hasMessageContaining("closed by this side");
      server.awaitClientGone();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8099,true", "http://127.0.0.1,true", "http://127.1.2.3:1,true",
    "http://[::1]:8099,true", "https://api.minimax.io,false", "http://127.0.0.1.evil.example,false",
    "http://localhost.evil.example,false", "http://10.0.0.1,false"
  })
  void loopback_isToldByTheNameAlone(URI base, boolean loopback) {
    assertThat(StubProvider.endpoint(base).isLoopback()).isEqualTo(loopback);
  }

  @Test
  void timeouts_haveLimits() {
    assertThat(Timeouts.defaults().cloning()).isEqualTo(Duration.ofMinutes(3));
    assertThatThrownBy(() -> StubProvider.allOf(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("connect")
        .hasMessageContaining("PT0S");
    assertThatThrownBy(() -> StubProvider.allOf(Duration.ofHours(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
