package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.timbre.it.client.EventReader;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.Tone;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Misfortune;
import dev.timbre.it.provider.Provider;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import dev.timbre.it.system.SecondNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever neither reads nor sends holds a thread of the server for a time only; whoever is just
 * slow, or waits, is served. On a node of its own, with few threads and little patience.
 */
@OnRunningTimbre
class StalledCallersIT {

  private static final int THREADS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int SMALL_WINDOW = 4096;
  private static final String BOUNDARY = "timbre-boundary";
  private static final String TEXT = "Guten Abend. Hier spricht Kerstin.";

  /** As Java makes it: it would go over to HTTP/2 if it could. */
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static SecondNode node;

  private final RunningTimbre timbre;
  private final Company company;
  private final List<Socket> stalled = new ArrayList<>();

  StalledCallersIT(RunningTimbre timbre) {
    this.timbre = timbre;
    this.company = timbre.company();
  }

  @BeforeAll
  static void startANode(RunningTimbre timbre) throws IOException, InterruptedException {
    String patience = Long.toString(PATIENCE.toMillis());
    node =
        SecondNode.beside(
            timbre,
            Map.of(
                "timbre.http.threads",
                Integer.toString(THREADS),
                "timbre.http.write-timeout",
                patience,
                "timbre.http.read-timeout",
                patience,
                "timbre.speech.stream.keep-alive",
                "PT1S",
                "timbre.provider.timeout.speaking",
                "PT20S",
                "timbre.provider.timeout.transfer",
                "PT20S"));
  }

  @AfterAll
  static void stopTheNode() {
    node.close();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : stalled) {
      socket.close();
    }
  }

  private Socket send(Timbre caller, String request) {
    try {
      Socket socket = new Socket();
      stalled.add(socket);
      socket.setReceiveBufferSize(SMALL_WINDOW);
      socket.connect(new InetSocketAddress(node.uri().getHost(), node.uri().getPort()));
      String head =
          request
              + "\r\nHost: "
              + node.uri().getAuthority()
              + "\r\nAuthorization: "
              + caller.header("Authorization")
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String upload(long length) {
    return "POST /api/v1/recordings HTTP/1.1\r\nContent-Length: "
        + length
        + "\r\nContent-Type: multipart/form-data; boundary="
        + BOUNDARY;
  }

  /** Whether a thread is left for somebody else. */
  private static boolean isFree() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(node.uri() + "/health/live"))
              .timeout(Duration.ofMillis(700))
              .build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertHeldForATimeOnly() {
    await().until(() -> !isFree());
    await().atMost(PATIENCE.multipliedBy(20)).until(StalledCallersIT::isFree);
  }

  private static void pause(Duration time) {
    await().pollDelay(time).until(() -> true);
  }

  @Test
  void listenersWhoReadNothing_freeTheirThreads() throws IOException {
    Timbre curator = company.curator().calls();
    byte[] sound = Tone.unique(280);
    String id = curator.upload("recordings", company.form("tone.wav", sound)).expect(201).id();
    for (int i = 0; i < THREADS; i++) {
      Socket socket = send(curator, "GET /api/v1/recordings/" + id + "/audio HTTP/1.1");
      // the server has begun to answer
      assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
    }
    assertHeldForATimeOnly();
    assertThat(rest(stalled.get(0))).isLessThan(sound.length);
  }

  /** Bytes that still come until the line is cut. */
  private static long rest(Socket socket) {
    long read = 0;
    try {
      while (socket.getInputStream().read() >= 0) {
        read++;
      }
    } catch (IOException e) {
      return read; // reset
    }
    return read;
  }

  @Test
  void uploadersWhoSendNothing_freeTheirThreads() {
    for (int i = 0; i < THREADS; i++) {
      send(company.curator().calls(), upload(1_000_000));
    }
    assertHeldForATimeOnly();
  }

  @Test
  void uploadThatIsSlow_isTaken() throws IOException {
    byte[] body = form(Company.kerstin());
    Socket socket = send(company.curator().calls(), upload(body.length));
    OutputStream out = socket.getOutputStream();
    int slice = body.length / 8 + 1;
    for (int sent = 0; sent < body.length; sent += slice) {
      pause(PATIENCE.dividedBy(4));
      out.write(body, sent, Math.min(slice, body.length - sent));
    }
    assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 201");
  }

  private byte[] form(byte[] sound) {
    String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=";
    String head =
        part
            + "\"purpose\"\r\n\r\nclone_source\r\n"
            + part
            + "\"brand\"\r\n\r\n"
            + company.brand()
            + "\r\n"
            + part
            + "\"file\"; filename=\"slow.mp3\"\r\nContent-Type: audio/mpeg\r\n\r\n";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(sound);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  @Test
  void streamWhoseProviderPauses_goesOn() {
    VoiceCase voice = timbre.aLiveVoice();
    Misfortune stall =
        timbre.provider().next(Provider.SPEAK, Map.of("type", "streamStall", "frames", 1));
    Timbre listener = company.client("100").calls().on(node::uri);
    EventReader events =
        listener.events("voices/" + voice.alias() + "/speech", Map.of("text", TEXT));
    assertThat(events.next().name()).isEqualTo("started");
    assertThat(events.next().name()).isEqualTo("audio");
    pause(PATIENCE.multipliedBy(2));
    stall.release();
    assertThat(events.afterAudio().name()).isEqualTo("finished");
  }

  /** Over HTTP/2 waiting for an answer would be silence. */
  @Test
  void answerThatTakesLong_reachesWhoWaitsForIt() throws Exception {
    VoiceCase voice = timbre.aLiveVoice();
    Timbre listener = company.client("100").calls();
    timbre.provider().next(Provider.SPEAK, Misfortune.slow(PATIENCE.multipliedBy(2)));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(node.uri() + "/api/v1/voices/" + voice.alias() + "/speech"))
            .header("Authorization", listener.header("Authorization"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"" + TEXT + "\"}"))
            .build();
    HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isNotEmpty();
  }
}
