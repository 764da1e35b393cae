package dev.timbre.provider.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One synthesis of 32 KiB of audio over loopback: the client against the JDK's HTTP client alone,
 * which sends the same bytes and reads the answer without understanding it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Dsun.net.httpserver.nodelay=true")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class SpeakBenchmark {

  private static final String AUDIO = "fffb90c4".repeat(8 * 1024);
  private static final String EXTRA =
      "\"extra_info\":{\"audio_length\":2048,\"usage_characters\":14},"
          + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
  private static final byte[] ANSWER =
      ("{\"data\":{\"audio\":\"" + AUDIO + "\",\"status\":2}," + EXTRA)
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STREAM =
      (("data: {\"data\":{\"audio\":\""
                      + AUDIO.substring(AUDIO.length() / 8 * 7)
                      + "\",\"status\":1},\"base_resp\":{\"status_code\":0}}\n\n")
                  .repeat(8)
              + "data: {\"data\":{\"status\":2},"
              + EXTRA
              + "\n\n")
          .getBytes(StandardCharsets.US_ASCII);

  private HttpServer server;
  private ExecutorService threads;
  private MiniMaxClient client;
  private HttpClient jdk;
  private URI address;
  private SpeechRequest request;
  private byte[] wholeBody;
  private byte[] streamBody;

  @Setup
  public void start() throws IOException {
    threads = Executors.newCachedThreadPool();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", SpeakBenchmark::answer);
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    address = base.resolve("/v1/t2a_v2");
    client =
        MiniMaxClient.connect(
            new ProviderEndpoint(
                base, ApiKey.of("benchmark-key"), Optional.empty(), Timeouts.defaults()));
    jdk = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    request =
        SpeechRequest.of(
                SpeechModel.SPEECH_2_8_HD, "Good evening.", VoiceSetting.of("AnnaHost01"))
            .build();
    wholeBody = request.toBytes();
    streamBody = request.asStream().toBytes();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean stream = asked.contains("\"stream\":true");
    exchange
        .getResponseHeaders()
        .add("Content-Type", stream ? "text/event-stream" : "application/json");
    byte[] body = stream ? STREAM : ANSWER;
    exchange.sendResponseHeaders(200, stream ? 0 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @TearDown
  public void stop() {
    client.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Benchmark
  public int client() {
    return client.speech().speak(request).audio().orElseThrow().size();
  }

  @Benchmark
  public int jdkAlone() throws IOException, InterruptedException {
    return ask(wholeBody);
  }

  @Benchmark
  public int clientStreamed() {
    int size = 0;
    try (SpeechStream stream = client.speech().stream(request)) {
      for (Optional<byte[]> next = stream.next(); next.isPresent(); next = stream.next()) {
        size += next.get().length;
      }
    }
    return size;
  }

  @Benchmark
  public int jdkAloneStreamed() throws IOException, InterruptedException {
    return ask(streamBody);
  }

  private int ask(byte[] body) throws IOException, InterruptedException {
    HttpRequest asked =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer benchmark-key")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return jdk.send(asked, BodyHandlers.ofByteArray()).body().length;
  }
}
