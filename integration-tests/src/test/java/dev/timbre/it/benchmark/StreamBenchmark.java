package dev.timbre.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.RunningTimbre;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The first byte of streamed speech through Timbre, against the same stream straight from the
 * provider, and what a stream holds in memory. No test by its name: {@code
 * -Dit.test=StreamBenchmark}.
 */
class StreamBenchmark {

  private static final String TEXT =
      "Guten Abend und willkommen. Hier spricht Kerstin. Wir öffnen um neun Uhr."
          + " Bis dahin alles Gute.";
  private static final int WARM_UP = 200;
  private static final int CALLS = 300;
  private static final int OPEN = 40;
  private static final Pattern USED = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");

  private static RunningTimbre timbre;
  private static StreamStub stub;
  private static HttpRequest governed;
  private static HttpRequest direct;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void aVoiceAtTheStub() throws IOException, InterruptedException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Path directory = Path.of(System.getProperty("timbre.it.directory")).resolve("benchmark");
    timbre =
        RunningTimbre.start(
            directory,
            (config, provider) ->
                config
                    .withProperty("timbre.provider.timeout.speaking", "PT2M")
                    .withProperty("timbre.provider.timeout.read", "PT2M")
                    .withProperty("timbre.provider.timeout.transfer", "PT5M")
                    .withProperty("timbre.speech.abandoned-after", "PT10M"));
    Company company = timbre.company();
    Timbre caller = company.client("100000").calls();
    VoiceCase voice = timbre.aLiveVoice();
    voice.speak(caller, TEXT).expect(200);
    stub = new StreamStub(timbre.provider().address());
    timbre.lookForTheProviderAt(stub.address());
    String path = "voices/" + voice.alias() + "/speech";
    governed = caller.streaming(path, Map.of("text", TEXT));
    caller.events(path, Map.of("text", TEXT)).close();
    direct =
        HttpRequest.newBuilder(stub.address().resolve(StreamStub.PATH))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(stub.request()))
            .build();
  }

  @AfterAll
  static void stop() throws IOException {
    stub.close();
    timbre.close();
  }

  /**
   * When sound was first heard, in nanoseconds.
   *
   * @param asked after the request was sent
   * @param provided after the provider's first event had left
   */
  private record FirstSound(long asked, long provided) {}

  private FirstSound listen(HttpRequest request) {
    long sent = System.nanoTime();
    try (InputStream in = http.send(request, BodyHandlers.ofInputStream()).body();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (!line.startsWith("data:") || !line.contains("\"audio\"")) {
        line = lines.readLine();
      }
      long heard = System.nanoTime();
      while (line != null) {
        line = lines.readLine();
      }
      return new FirstSound(heard - sent, heard - stub.firstSent());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void firstSound() {
    for (int i = 0; i < WARM_UP; i++) {
      listen(governed);
      listen(direct);
    }
    List<FirstSound> ours = new ArrayList<>();
    List<FirstSound> theirs = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      ours.add(listen(governed));
      theirs.add(listen(direct));
    }
    print("through Timbre", ours);
    print("straight from the provider", theirs);
  }

  private static void print(String way, List<FirstSound> all) {
    long[] asked = all.stream().mapToLong(FirstSound::asked).sorted().toArray();
    long[] provided = all.stream().mapToLong(FirstSound::provided).sorted().toArray();
    System.out.printf(
        "%s: first sound %s after the request, %s after the provider's first byte%n",
        way, times(asked), times(provided));
  }

  private static String times(long[] sorted) {
    return "p50 %.2f ms, p95 %.2f ms"
        .formatted(sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6);
  }

  /** Streams that have heard all but the end, short ones and ones many times as long. */
  @Test
  void memory() throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP / 10; i++) {
      listen(governed);
    }
    for (int longer : new int[] {1, 20, 100}) {
      long before = used();
      stub.hold(longer);
      List<Thread> listeners = new ArrayList<>();
      for (int i = 0; i < OPEN; i++) {
        Thread listener = new Thread(() -> listen(governed));
        listener.start();
        listeners.add(listener);
      }
      long open;
      try {
        await().atMost(Duration.ofMinutes(2)).until(() -> stub.waiting() == OPEN);
        open = used();
      } finally {
        stub.letGo();
      }
      for (Thread listener : listeners) {
        listener.join();
      }
      System.out.printf(
          "%d streams, each %d times as long: %d KiB of heap each%n",
          OPEN, longer, (open - before) / OPEN);
    }
  }

  /** Heap of the server after a collection, in KiB. */
  private static long used() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher heap = USED.matcher(jcmd("GC.heap_info"));
    assertThat(heap.find()).isTrue();
    return Long.parseLong(heap.group(1));
  }

  private static String jcmd(String command) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    List<String> line = Arrays.asList(jcmd.toString(), Long.toString(timbre.pid()), command);
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
