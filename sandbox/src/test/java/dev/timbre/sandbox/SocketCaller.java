package dev.timbre.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks with a sandbox over WebSocket, with messages written out by hand. */
final class SocketCaller implements WebSocket.Listener, AutoCloseable {
  static final String START =
      "{\"event\":\"task_start\",\"model\":\"speech-2.8-turbo\",\"voice_setting\":{\"voice_id\":"
          + "\"female-yujie\",\"speed\":1,\"vol\":1,\"pitch\":0},\"audio_setting\":{\"sample_rate\":"
          + "32000,\"bitrate\":128000,\"format\":\"mp3\",\"channel\":1}}";
  static final String FINISH = "{\"event\":\"task_finish\"}";
  static final String SPEECH = "/ws/v1/t2a_v2";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 30;

  private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder message = new StringBuilder();
  private final Semaphore pongs = new Semaphore(0);
  private WebSocket socket;

  private SocketCaller() {}

  /** Opens a connection; the key may be null. */
  static SocketCaller open(Caller near, String path, String key) {
    SocketCaller caller = new SocketCaller();
    WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
    if (key != null) {
      builder.header("Authorization", "Bearer " + key);
    }
    caller.socket = builder.buildAsync(uri(near, path), caller).join();
    return caller;
  }

  static SocketCaller open(RunningSandbox sandbox) {
    return open(sandbox.control(), SPEECH, SandboxConfig.DEMO_KEY);
  }

  /** Opens a connection on which a task has started. */
  static SocketCaller started(RunningSandbox sandbox) throws InterruptedException {
    SocketCaller caller = open(sandbox);
    caller.send(START);
    caller.expect("connected_success");
    caller.expect("task_started");
    return caller;
  }

  static URI uri(Caller near, String path) {
    URI http = near.to(path).build().uri();
    return URI.create(http.toString().replaceFirst("http", "ws"));
  }

  static String text(String text) {
    return "{\"event\":\"task_continue\",\"text\":\"" + text + "\"}";
  }

  void send(String... messages) {
    for (String text : messages) {
      socket.sendText(text, true).join();
    }
  }

  /** Returns when the server has taken up everything sent before. */
  void ping() throws InterruptedException {
    socket.sendPing(ByteBuffer.allocate(0)).join();
    if (!pongs.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no pong within " + PATIENCE_SECONDS + " s");
    }
  }

  void sendBinary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  JsonNode next() throws InterruptedException {
    JsonNode event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event within " + PATIENCE_SECONDS + " s");
    }
    return event;
  }

  JsonNode expect(String name) throws InterruptedException {
    JsonNode event = next();
    if (!event.path("event").asText().equals(name)) {
      throw new AssertionError("expected " + name + ", got " + event);
    }
    return event;
  }

  /** All events of one text, up to the one with {@code is_final}. */
  List<JsonNode> answer() throws InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    do {
      all.add(next());
    } while (!all.get(all.size() - 1).path("is_final").asBoolean());
    return all;
  }

  static byte[] sound(List<JsonNode> answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (JsonNode event : answer) {
      bytes.writeBytes(HexFormat.of().parseHex(event.at("/data/audio").asText()));
    }
    return bytes.toByteArray();
  }

  /** The code of the {@code task_failed} that must come next, and with which the session ends. */
  int failure() throws Exception {
    int code = Caller.code(expect("task_failed"));
    closeCode();
    return code;
  }

  /**
   * The code with which the server closed; 1006 when it did so without a word. The JDK's WebSocket
   * may overlook an end that comes right behind a message, until it has something to send itself.
   */
  int closeCode() throws Exception {
    for (int seconds = 0; seconds < PATIENCE_SECONDS; seconds++) {
      try {
        return closed.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException silent) {
        var unused = socket.sendPing(ByteBuffer.allocate(0)).whenComplete(this::lost);
      }
    }
    throw new AssertionError("no end within " + PATIENCE_SECONDS + " s");
  }

  private void lost(WebSocket to, Throwable failure) {
    if (failure instanceof IOException) {
      closed.complete(1006);
    }
  }

  boolean hasNothingMore() {
    return events.isEmpty();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      try {
        events.add(JSON.readTree(message.toString()));
      } catch (JsonProcessingException e) {
        closed.completeExceptionally(e);
      }
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
    pongs.release();
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
