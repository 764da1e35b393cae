package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketHostilityTest {
  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  @AfterEach
  void theSandboxStillSpeaks() throws Exception {
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.send(SocketCaller.text("Still here."));
      assertThat(SocketCaller.sound(caller.answer())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json at all              | 2013",
        "[\"task_start\"]            | 2013",
        "{\"event\":7}               | 2013",
        "{\"event\":\"task_dance\"}  | 2202",
        "{}                          | 2202",
        "null                        | 2013",
        "{\"event\":\"task_start\"} trailing | 2013",
      })
  void messagesThatAreNoEvent_endTheSession(String message, int code) throws Exception {
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.expect("connected_success");
      caller.send(message);
      assertThat(caller.failure()).isEqualTo(code);
    }
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.send(message.replace("task_start", "task_stop"));
      assertThat(caller.failure()).isIn(2013, 2202);
    }
  }

  @Test
  void binaryMessage_endsTheSessionWith2202() throws Exception {
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      caller.sendBinary(new byte[] {1, 2, 3});
      assertThat(caller.failure()).isEqualTo(2202);
    }
  }

  @Test
  void hugeMessage_closesTheConnection() throws Exception {
    try (SocketCaller caller = SocketCaller.started(SANDBOX)) {
      assertThat(endOfHugeMessage(caller)).isIn(1009, 1006);
    }
  }

  /** The code with which the server closed; it may do so while the message is still being sent. */
  private static int endOfHugeMessage(SocketCaller caller) throws Exception {
    try {
      caller.send(SocketCaller.text("a".repeat(3 << 20)));
    } catch (CompletionException e) {
      assertThat(e).hasCauseInstanceOf(IOException.class);
      return 1006;
    }
    return caller.closeCode();
  }

  @Test
  void deeplyNestedJson_endsTheSession() throws Exception {
    try (SocketCaller caller = SocketCaller.open(SANDBOX)) {
      caller.expect("connected_success");
      caller.send("{\"event\":\"task_start\",\"voice_setting\":" + "[".repeat(100_000));
      assertThat(caller.failure()).isEqualTo(2013);
    }
  }

  @Test
  void callerThatLeavesInMidSpeech_isForgotten() throws Exception {
    for (int i = 0; i < 10; i++) {
      SocketCaller caller = SocketCaller.started(SANDBOX);
      caller.send(SocketCaller.text("This is a rather long sentence. ".repeat(20)));
      caller.close();
    }
  }

  @Test
  void plainRequest_isRefusedWithAStatus() throws Exception {
    HttpResponse<byte[]> response =
        SANDBOX.demo().send(SANDBOX.demo().to(SocketCaller.SPEECH).GET());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(SANDBOX.demo().send(SANDBOX.demo().to("/ws/v1/nothing").GET()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void compression_isDeclinedAndTheSessionGoesOnWithout() throws Exception {
    List<String> head = handshake("Sec-WebSocket-Extensions: permessage-deflate\r\n");
    assertThat(head.get(0)).startsWith("HTTP/1.1 101");
    assertThat(head)
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-extensions"));
    assertThat(head).anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("trace-id:"));
  }

  @Test
  void callerThatNeverAnswersTheClose_isCut() throws Exception {
    URI uri = SocketCaller.uri(SANDBOX.control(), SocketCaller.SPEECH);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request(uri, "").getBytes(StandardCharsets.US_ASCII));
      // A binary message, masked with zeros: ends the session.
      socket.getOutputStream().write(new byte[] {(byte) 0x82, (byte) 0x81, 0, 0, 0, 0, 7});
      byte[] all = socket.getInputStream().readAllBytes();
      assertThat(new String(all, StandardCharsets.ISO_8859_1)).contains("task_failed");
    }
  }

  @Test
  void hugeMessageInSmallFrames_isNotKept() throws Exception {
    URI uri = SocketCaller.uri(SANDBOX.control(), SocketCaller.SPEECH);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request(uri, "").getBytes(StandardCharsets.US_ASCII));
      byte[] frame = new byte[8 + 1000];
      frame[1] = (byte) (0x80 | 126);
      frame[2] = (byte) (1000 >> 8);
      frame[3] = (byte) 1000;
      frame[0] = 0x01;
      for (int i = 0; i < 1100; i++) {
        socket.getOutputStream().write(frame);
        frame[0] = 0x00;
      }
      byte[] all = socket.getInputStream().readAllBytes();
      // The last that comes is the close frame with 1009.
      assertThat(Arrays.copyOfRange(all, all.length - 4, all.length))
          .containsExactly(0x88, 0x02, 1009 >> 8, 1009 & 0xff);
    }
  }

  private static String request(URI uri, String extraHeader) {
    return "GET "
        + uri.getPath()
        + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + "Authorization: Bearer "
        + SandboxConfig.DEMO_KEY
        + "\r\n"
        + extraHeader
        + "\r\n";
  }

  /** The head of the answer to a handshake, whose first message must follow it uncompressed. */
  private static List<String> handshake(String extraHeader) throws IOException {
    URI uri = SocketCaller.uri(SANDBOX.control(), SocketCaller.SPEECH);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.getOutputStream().write(request(uri, extraHeader).getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      List<String> head = new ArrayList<>();
      for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
        head.add(line);
      }
      // A text message, neither compressed nor in parts.
      assertThat(in.read()).isEqualTo(0x81);
      return head;
    }
  }
}
