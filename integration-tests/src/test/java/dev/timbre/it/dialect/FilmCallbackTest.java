package dev.timbre.it.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.timbre.provider.client.MiniMaxClient;
import dev.timbre.provider.client.PollPace;
import dev.timbre.provider.client.callback.Callback;
import dev.timbre.provider.client.callback.CallbackReceiver;
import dev.timbre.provider.client.callback.CallbackRejected;
import dev.timbre.provider.client.callback.Challenge;
import dev.timbre.provider.client.callback.VideoNotification;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.video.TemplateProgress;
import dev.timbre.provider.client.wire.video.TemplateRequest;
import dev.timbre.provider.client.wire.video.VideoModel;
import dev.timbre.provider.client.wire.video.VideoOrder;
import dev.timbre.provider.client.wire.video.VideoRequest;
import dev.timbre.provider.client.wire.video.VideoTemplate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Films that are ordered, told of, confirmed and fetched. */
class FilmCallbackTest {

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static final byte[] FILM = "ftyp".getBytes(StandardCharsets.US_ASCII);

  /** A first notification may overtake the answer to its own order, so every id is taken here. */
  private final CallbackReceiver receiver = new CallbackReceiver(id -> true);

  private final List<Callback> received = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private MiniMaxClient client;

  @BeforeEach
  void start() throws IOException {
    SANDBOX.settings("{\"taskSeconds\":0}");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/news", this::receive);
    server.start();
    client = Seller.MINIMAX.client(SANDBOX);
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
    int status = 200;
    try {
      Callback callback = receiver.read(exchange.getRequestBody());
      received.add(callback);
      if (callback instanceof Challenge challenge) {
        answer = challenge.answer();
      }
    } catch (CallbackRejected rejected) {
      status = rejected.reason().httpStatus();
    }
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/news");
  }

  private static byte[] fetch(ProviderUrl url) {
    return Studio.fetch(Seller.MINIMAX.endpoint(SANDBOX, Seller.MINIMAX.key()), url);
  }

  private VideoNotification awaitSuccess() {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                received.stream()
                    .filter(VideoNotification.class::isInstance)
                    .map(VideoNotification.class::cast)
                    .filter(news -> news.status().isSuccess())
                    .findFirst(),
            Optional::isPresent)
        .get();
  }

  @Test
  void film_isToldOfConfirmedAndFetched() {
    VideoOrder order =
        client
            .videos()
            .order(
                VideoRequest.of(VideoModel.HAILUO_2_3)
                    .prompt("A lake.")
                    .callback(address())
                    .build());

    VideoNotification news = awaitSuccess();

    assertThat(received.get(0)).isInstanceOf(Challenge.class);
    assertThat(news.task()).isEqualTo(order.task());
    var file = news.confirm(client.videos()).file().get();
    assertThat(fetch(client.files().retrieve(file).file().downloadUrl().get()))
        .containsSequence(FILM);
  }

  @Test
  void filmOfATemplate_isFetchedFromItsAddress() throws InterruptedException {
    VideoOrder order =
        client
            .videos()
            .orderFromTemplate(
                TemplateRequest.of(VideoTemplate.HARD_LIFE, List.of(), List.of("a cat"))
                    .withCallback(address()));

    TemplateProgress done =
        client
            .videos()
            .awaitTemplate(
                order.task(), new PollPace(Duration.ofMillis(100), Duration.ofSeconds(60)));

    assertThat(fetch(done.video().get())).containsSequence(FILM);
    assertThat(awaitSuccess().task()).isEqualTo(order.task());
  }
}
