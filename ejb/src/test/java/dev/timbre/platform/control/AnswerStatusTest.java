package dev.timbre.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerStatusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void bodyThatNeverEnds_doesNotKeepTheCaller() {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(202, 0);
          OutputStream body = exchange.getResponseBody();
          body.write('x');
          body.flush();
          await();
        });

    int status = assertTimeoutPreemptively(PATIENCE.multipliedBy(5), this::post);

    assertThat(status).isEqualTo(202);
  }

  @Test
  void answerWithoutABody_isItsStatus() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });

    assertThat(post()).isEqualTo(204);
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int post() throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString("note"))
            .build();
    return AnswerStatus.of(HttpClient.newHttpClient(), request);
  }
}
