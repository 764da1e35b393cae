package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.socket.SocketDamaged;
import dev.timbre.provider.client.socket.TextFrames;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.speech.SocketFrame;
import dev.timbre.provider.client.wire.speech.SocketSetting;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens the speech WebSockets of one account. */
final class SpeechSockets {

  /**
   * The contract lets the provider speak first. One that does not is sent the settings all the
   * same, since other clients do not wait at all.
   */
  private static final Duration GREETING = Duration.ofSeconds(1);

  private final ProviderEndpoint endpoint;
  private final Connections connections;

  SpeechSockets(ProviderEndpoint endpoint, Connections connections) {
    this.endpoint = endpoint;
    this.connections = connections;
  }

  /**
   * Connects and waits until the provider is ready for texts.
   *
   * @throws IOException when the network fails or the time is up
   */
  SpeechSession open(SocketSetting setting) throws IOException {
    TextFrames frames = new TextFrames();
    boolean ready = false;
    try {
      connect(frames);
      SocketFrame started = start(frames, setting);
      SpeechSession session = connections.keep(new SpeechSession(endpoint, frames, started));
      ready = true;
      return session;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a WebSocket was being opened");
    } catch (SocketDamaged damaged) {
      throw new SocketFailures(false, false, 0, Optional.empty()).damaged(damaged.getMessage());
    } finally {
      if (!ready) {
        frames.close();
      }
    }
  }

  private void connect(TextFrames frames) throws IOException, InterruptedException {
    Duration wait = endpoint.timeouts().read();
    CompletableFuture<WebSocket> opening =
        connections
            .newWebSocket()
            .header("Authorization", endpoint.authorization())
            .connectTimeout(wait)
            .buildAsync(address(), frames);
    try {
      opening.get(endpoint.timeouts().connect().plus(wait).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new HttpTimeoutException("the WebSocket was not opened within " + wait);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof WebSocketHandshakeException refused) {
        throw judged(refused);
      }
      throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
    }
  }

  private URI address() {
    URI address = DirectRequest.address(endpoint, Operation.OPEN_SPEECH_SOCKET);
    String scheme = "https".equalsIgnoreCase(address.getScheme()) ? "wss" : "ws";
    return UriBuilder.fromUri(address).scheme(scheme).build();
  }

  /** A refused handshake is an ordinary HTTP answer, and may hold an ordinary refusal. */
  private RuntimeException judged(WebSocketHandshakeException refused) {
    HttpResponse<?> response = refused.getResponse();
    byte[] body =
        response.body() instanceof String text
            ? text.getBytes(StandardCharsets.UTF_8)
            : new byte[0];
    Reply reply = DirectRequest.reply(endpoint, Operation.OPEN_SPEECH_SOCKET, response, body);
    reply.judged();
    return reply.unreadable("no WebSocket");
  }

  private SocketFrame start(TextFrames frames, SocketSetting setting)
      throws IOException, InterruptedException {
    Optional<SocketFrame> early = greeting(frames);
    frames.send(setting.toJson().toString());
    if (early.filter(frame -> frame.is(SocketFrame.TASK_STARTED)).isPresent()) {
      return early.get();
    }
    Duration wait = endpoint.timeouts().read();
    long deadline = System.nanoTime() + wait.toNanos();
    while (true) {
      try {
        SocketFrame frame = read(frames.take(deadline));
        if (frame.is(SocketFrame.TASK_STARTED)) {
          return frame;
        }
      } catch (TimeoutException late) {
        throw new HttpTimeoutException("no task_started within " + wait);
      }
    }
  }

  private Optional<SocketFrame> greeting(TextFrames frames)
      throws IOException, InterruptedException {
    Duration read = endpoint.timeouts().read();
    Duration wait = GREETING.compareTo(read) < 0 ? GREETING : read;
    try {
      return Optional.of(read(frames.take(System.nanoTime() + wait.toNanos())));
    } catch (TimeoutException silent) {
      return Optional.empty();
    }
  }

  private static SocketFrame read(String frame) {
    return SocketFrame.read(SpeechSession.reply(Operation.OPEN_SPEECH_SOCKET, frame));
  }
}
