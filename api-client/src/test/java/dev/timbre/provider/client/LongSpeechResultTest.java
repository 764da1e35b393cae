package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.timbre.provider.client.archive.LongSpeechResult;
import dev.timbre.provider.client.error.DownloadFailed;
import dev.timbre.provider.client.error.DownloadFailed.Reason;
import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.speech.LongSpeechProgress;
import dev.timbre.provider.client.wire.speech.LongSpeechStatus;
import dev.timbre.provider.client.wire.speech.SpeechTaskId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the question whether it is spoken to the audio in a file of one's own. */
class LongSpeechResultTest {

  private static final FileId FILE = new FileId("297900000000001");
  private static final SpeechTaskId TASK = new SpeechTaskId("297900000000001");
  private static final PollPace PACE = new PollPace(Duration.ofMillis(100), Duration.ofSeconds(60));

  private final ConcurrentLinkedQueue<String> queries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch firstQuestion = new CountDownLatch(1);
  private final Map<String, ByteArrayOutputStream> copied = new ConcurrentHashMap<>();
  private HttpServer server;
  private MiniMaxClient client;
  private volatile byte[] download = new byte[0];
  private volatile String address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    address = "\"" + base + "/oss/297900000000001.tar?Expires=1790033300&Signature=x\"";
    server.createContext(
        "/v1/query/t2a_async_query_v2",
        exchange -> {
          asked.incrementAndGet();
          firstQuestion.countDown();
          String next = queries.size() > 1 ? queries.poll() : queries.peek();
          answer(exchange, next.getBytes(StandardCharsets.UTF_8));
        });
    server.createContext(
        "/v1/files/retrieve",
        exchange -> answer(exchange, described().getBytes(StandardCharsets.UTF_8)));
    server.createContext("/oss/", exchange -> answer(exchange, download));
    server.start();
    client = MiniMaxClient.connect(StubProvider.endpoint(base));
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  private static void answer(com.sun.net.httpserver.HttpExchange exchange, byte[] body)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String described() {
    return "{\"file\":{\"file_id\":297900000000001,\"bytes\":1048576,\"created_at\":1790000900,"
        + "\"filename\":\"297900000000001.tar\",\"purpose\":\"t2a_async\",\"download_url\":"
        + address
        + "},\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
  }

  private static String status(String status) {
    return "{\"task_id\":297900000000001,\"status\":\""
        + status
        + "\",\"file_id\":297900000000001,\"base_resp\":{\"status_code\":0}}";
  }

  private LongSpeechResult retrieve() {
    ProviderEndpoint endpoint =
        StubProvider.endpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    ProviderDownload allowed =
        new ProviderDownload(DownloadRules.of(endpoint, List.of(), 100_000_000));
    return client
        .longSpeech()
        .retrieve(
            FILE,
            allowed,
            name -> copied.computeIfAbsent(name, unused -> new ByteArrayOutputStream()));
  }

  @Test
  void waiting_endsWithTheLastStatus() throws InterruptedException {
    queries.addAll(List.of(status("Processing"), status("Queueing"), status("success")));

    LongSpeechProgress progress = client.longSpeech().await(TASK, PACE);

    assertThat(progress.status()).isEqualTo(LongSpeechStatus.SUCCESS);
    assertThat(progress.file()).contains(FILE);
    assertThat(asked).hasValue(3);
  }

  @Test
  void waiting_asksAgainAfterAFailureThatMayPass() throws InterruptedException {
    queries.addAll(
        List.of(
            "{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit\"}}",
            "<html>502</html>",
            status("Failed")));

    assertThat(client.longSpeech().await(TASK, PACE).status()).isEqualTo(LongSpeechStatus.FAILED);
    assertThat(asked).hasValue(3);
  }

  @Test
  void waiting_endsWithAFailureThatWillNotPass() {
    queries.add("{\"base_resp\":{\"status_code\":2013,\"status_msg\":\"no such task\"}}");

    assertThatThrownBy(() -> client.longSpeech().await(TASK, PACE))
        .isInstanceOfSatisfying(
            ProviderRefused.class,
            refused -> assertThat(refused.code()).contains(new ErrorCode(2013)));
    assertThat(asked).hasValue(1);
  }

  @Test
  void waiting_yieldsWhatIsKnownWhenTheTimeIsUp() throws InterruptedException {
    queries.add(status("Processing"));

    LongSpeechProgress progress =
        client.longSpeech().await(TASK, new PollPace(Duration.ofMillis(100), Duration.ofMillis(1)));

    assertThat(progress.status()).isEqualTo(LongSpeechStatus.PROCESSING);
    assertThat(asked).hasValue(1);
  }

  @Test
  void waiting_failsWithTheLastFailureWhenTheTimeIsUp() {
    queries.add("{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit\"}}");

    assertThatThrownBy(
            () ->
                client
                    .longSpeech()
                    .await(TASK, new PollPace(Duration.ofMillis(100), Duration.ofMillis(250))))
        .isInstanceOf(ProviderRefused.class)
        .hasMessageContaining("1002");
  }

  @Test
  void waiting_canBeInterrupted() throws InterruptedException {
    queries.add(status("Processing"));
    Map<String, Throwable> thrown = new ConcurrentHashMap<>();
    Thread waiter =
        new Thread(
            () -> {
              try {
                client
                    .longSpeech()
                    .await(TASK, new PollPace(Duration.ofHours(1), Duration.ofHours(2)));
              } catch (InterruptedException | RuntimeException end) {
                thrown.put("thrown", end);
              }
            });
    waiter.start();
    firstQuestion.await();
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    waiter.interrupt();
    waiter.join();

    assertThat(thrown).isNotEmpty();
  }

  @Test
  void bareAudio_isCopiedUnderANameThatTellsIt() {
    download = new byte[] {'I', 'D', '3', 4, 0, 0};

    LongSpeechResult result = retrieve();

    assertThat(result.audio()).singleElement().satisfies(a -> assertThat(a.bytes()).isEqualTo(6));
    assertThat(copied).containsOnlyKeys("297900000000001.mp3");
    assertThat(copied.get("297900000000001.mp3").toByteArray()).isEqualTo(download);
  }

  @Test
  void noTemporaryFile_isLeft() throws IOException {
    String mark = "mark-" + UUID.randomUUID();
    download = ("{\"error\":\"" + mark + "\"}").getBytes(StandardCharsets.UTF_8);

    assertThat(catchThrowableOfType(DownloadFailed.class, this::retrieve).reason())
        .isEqualTo(Reason.DAMAGED);
    download = ("ID3\4\0\0" + mark).getBytes(StandardCharsets.ISO_8859_1);
    retrieve();

    assertThat(temporaryFilesWith(mark)).isEmpty();
  }

  /** Those of others, who may test at the same time, come and go. */
  private static List<Path> temporaryFilesWith(String mark) throws IOException {
    List<Path> found = new ArrayList<>();
    Path directory = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.result")) {
      for (Path file : files) {
        if (contentOf(file).contains(mark)) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static String contentOf(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // gone meanwhile, or not ours to read
    }
  }

  @Test
  void damagedDownload_isSaidWithItsHostAndWhatToDo() {
    download = "<html>busy</html>".getBytes(StandardCharsets.UTF_8);

    DownloadFailed failed = catchThrowableOfType(DownloadFailed.class, this::retrieve);

    assertThat(failed)
        .hasMessageContaining("127.0.0.1")
        .hasMessageContaining("neither a tar archive nor audio");
    assertThat(failed.getMessage()).doesNotContain("Signature");
    assertThat(failed.mayHaveBeenCarriedOut()).isFalse();
    assertThat(failed.retry().allowed()).isTrue();
    assertThat(failed.remedy()).contains("once more");
    assertThat(copied).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"ftp://oss.example/a\""})
  void fileWithoutAddress_cannotBeFetched(String noAddress) {
    address = noAddress;

    DownloadFailed failed = catchThrowableOfType(DownloadFailed.class, this::retrieve);

    assertThat(failed.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failed).hasMessageContaining("download address");
  }

  @Test
  void addressOutsideTheRules_isBlocked() {
    address = "\"https://evil.example/a.tar?Signature=x\"";

    assertThat(catchThrowableOfType(DownloadFailed.class, this::retrieve).reason())
        .isEqualTo(Reason.BLOCKED);
  }

  @Test
  void sinkThatFails_isOurOwnFault() {
    download = new byte[] {'I', 'D', '3', 4, 0, 0};

    assertThatThrownBy(
            () ->
                client
                    .longSpeech()
                    .retrieve(
                        FILE,
                        new ProviderDownload(
                            DownloadRules.of(
                                StubProvider.endpoint(
                                    URI.create(
                                        "http://127.0.0.1:" + server.getAddress().getPort())),
                                List.of(),
                                1000)),
                        name -> {
                          throw new IOException("disk full");
                        }))
        .isInstanceOf(UncheckedIOException.class)
        .isNotInstanceOf(ProviderException.class)
        .hasRootCauseMessage("disk full");
  }
}
