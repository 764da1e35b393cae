package dev.timbre.provider.client;

import static dev.timbre.provider.client.ChatQuestion.FIRST_PIECE;
import static dev.timbre.provider.client.ChatQuestion.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.error.StreamCut;
import dev.timbre.provider.client.error.StreamDamaged;
import dev.timbre.provider.client.error.StreamRefused;
import dev.timbre.provider.client.error.StreamStalled;
import dev.timbre.provider.client.stream.EventBody;
import dev.timbre.provider.client.stream.EventStream;
import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever breaks a chat stream is typed, and says how much had come before. */
class ChatStreamFailureTest {

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private ChatStream open(ChatEndpoint endpoint, String events) {
    provider.answers(200, "text/event-stream", events);
    return client.chat().stream(question(endpoint));
  }

  @ParameterizedTest
  @EnumSource
  void refusalBeforeTheFirstPiece_isRefused(ChatEndpoint endpoint) {
    String refusal =
        "data: {\"base_resp\":{\"status_code\":1008,\"status_msg\":\"insufficient balance\"}}\n\n";
    try (ChatStream stream = open(endpoint, refusal)) {
      ProviderRefused refused = catchThrowableOfType(ProviderRefused.class, stream::next);

      assertThat(refused.code()).contains(new ErrorCode(1008));
      assertThat(refused.operation()).isEqualTo(endpoint.operation());
      assertThat(refused.mayHaveBeenCarriedOut()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data:"
            + " {\"id\":\"05f1\",\"choices\":null,\"base_resp\":{\"status_code\":1027,\"status_msg\":\"x"
            + " "
            + StubProvider.KEY
            + "\"}}\n\n",
        "event: error\n"
            + "data: {\"type\":\"error\",\"error\":{\"type\":\"server_error\",\"message\":\"output"
            + " (1027)\",\"http_code\":\"500\"}}\n\n"
      })
  void refusalInMidStream_keepsWhatCameBefore(String refusal) {
    try (ChatStream stream = open(ChatEndpoint.OPENAI, FIRST_PIECE + refusal)) {
      assertThat(stream.next().orElseThrow().content()).contains("Hi");
      StreamRefused refused = catchThrowableOfType(StreamRefused.class, stream::next);

      assertThat(refused.code()).contains(new ErrorCode(1027));
      assertThat(refused.delivered()).isEqualTo(2);
      assertThat(refused.retry()).isEqualTo(Retry.NEVER);
      assertThat(refused).hasMessageNotContaining(StubProvider.KEY);
    }
  }

  @Test
  void streamThatEndsEarly_isCut() {
    try (ChatStream stream = open(ChatEndpoint.NATIVE, FIRST_PIECE)) {
      assertThat(stream.next()).isPresent();
      StreamCut cut = catchThrowableOfType(StreamCut.class, stream::next);

      assertThat(cut.delivered()).isEqualTo(2);
      assertThat(cut.mayHaveBeenCarriedOut()).isTrue();
      assertThat(cut.retry()).isEqualTo(Retry.NEVER);
    }
    try (ChatStream stream = open(ChatEndpoint.OPENAI, "data: [DONE]\n\n")) {
      assertThat(catchThrowableOfType(StreamCut.class, stream::next)).isNotNull();
    }
  }

  @Test
  void eventThatCannotBeUnderstood_isDamagedWithoutItsText() {
    try (ChatStream stream = open(ChatEndpoint.NATIVE, FIRST_PIECE + "data: {secret\n\n")) {
      assertThat(stream.next()).isPresent();

      assertThat(catchThrowableOfType(StreamDamaged.class, stream::next))
          .hasMessageContaining("event 2")
          .hasMessageNotContaining("secret");
    }
  }

  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";

  @Test
  void cutLine_isTyped() throws IOException {
    String head = HEAD + "Content-Length: 5000\r\n\r\n";
    try (RawServer server = RawServer.answering(head + FIRST_PIECE);
        MiniMaxClient other = MiniMaxClient.connect(StubProvider.endpoint(server.uri()));
        ChatStream stream = other.chat().stream(question(ChatEndpoint.NATIVE))) {
      assertThat(stream.next()).isPresent();

      assertThat(catchThrowableOfType(StreamCut.class, stream::answer).delivered()).isEqualTo(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void silence_isTypedAndFreesTheConnection() {
    AtomicBoolean cancelled = new AtomicBoolean();
    BodySubscriber<EventBody> body = EventBody.handler().apply(null);
    body.onSubscribe(
        new Subscription() {
          @Override
          public void request(long n) {
            // one piece comes, and no more
          }

          @Override
          public void cancel() {
            cancelled.set(true);
          }
        });
    body.onNext(List.of(ByteBuffer.wrap(FIRST_PIECE.getBytes(StandardCharsets.UTF_8))));
    Reply head =
        new Reply(Operation.CHAT, 200, Optional.of("text/event-stream"), null, new byte[0]);
    EventStream events =
        EventStream.of(head, body.getBody().toCompletableFuture().join(), Duration.ofMillis(50));
    try (Calls calls = new Calls(StubProvider.endpoint(URI.create("http://127.0.0.1")));
        ChatStream stream = new ChatStream(calls, Operation.CHAT, events)) {
      assertThat(stream.next()).isPresent();

      assertThat(catchThrowableOfType(StreamStalled.class, stream::next))
          .hasMessageContaining("PT0.05S");
      assertThat(cancelled).isTrue();
    }
  }

  @Test
  void closedStream_freesTheConnection() throws IOException {
    try (RawServer server = RawServer.stallingAfter(HEAD + "\r\n" + FIRST_PIECE);
        MiniMaxClient other = MiniMaxClient.connect(StubProvider.endpoint(server.uri()))) {
      ChatStream stream = other.chat().stream(question(ChatEndpoint.NATIVE));
      assertThat(stream.next()).isPresent();

      stream.close();

      server.awaitClientGone();
      assertThat(catchThrowableOfType(StreamCut.class, stream::next)).isNotNull();
    }
  }
}
