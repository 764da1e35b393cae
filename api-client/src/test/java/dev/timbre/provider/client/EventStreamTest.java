package dev.timbre.provider.client;

import static dev.timbre.provider.client.EventStreamStub.CHUNKED;
import static dev.timbre.provider.client.EventStreamStub.FIRST;
import static dev.timbre.provider.client.EventStreamStub.LONG;
import static dev.timbre.provider.client.EventStreamStub.UNTIL_CLOSED;
import static dev.timbre.provider.client.EventStreamStub.assertNotToBeRepeated;
import static dev.timbre.provider.client.EventStreamStub.chunk;
import static dev.timbre.provider.client.EventStreamStub.event;
import static dev.timbre.provider.client.EventStreamStub.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.ProviderUnreachable;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.error.StreamDamaged;
import dev.timbre.provider.client.error.StreamRefused;
import dev.timbre.provider.client.stream.EventStream;
import dev.timbre.provider.client.stream.ServerEvent;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the events of a stream, or what came instead of them, are judged. */
@Timeout(60)
class EventStreamTest {

  @Test
  void eventsUntilTheLineCloses_areReadAndThenNothing() throws IOException {
    try (RawServer server = RawServer.answering(UNTIL_CLOSED + FIRST + "data: 2\n\n");
        EventStream stream = open(server.uri(), LONG)) {
      assertThat(stream.isStreamed()).isTrue();
      assertThat(stream.judged(event(stream), "data").object("data")).isPresent();
      assertThat(event(stream).text()).isEqualTo("2");
      assertThat(stream.next()).isEmpty();
      assertThat(stream.next()).isEmpty();
    }
  }

  @Test
  void chunksThatSplitEvents_makeNoDifference() throws IOException {
    try (RawServer server =
            RawServer.answering(
                CHUNKED + chunk("data: {\"data\"") + chunk(":{}}\n") + chunk("\n") + "0\r\n\r\n");
        EventStream stream = open(server.uri(), LONG)) {
      assertThat(event(stream).text()).isEqualTo("{\"data\":{}}");
      assertThat(stream.next()).isEmpty();
    }
  }

  @Test
  void refusalInTheFirstEvent_isAnOrdinaryOne() throws IOException {
    try (RawServer server =
            RawServer.answering(UNTIL_CLOSED + "data: {\"base_resp\":{\"status_code\":1002}}\n\n");
        EventStream stream = open(server.uri(), LONG)) {
      ServerEvent event = event(stream);

      assertThatThrownBy(() -> stream.judged(event, "data"))
          .isInstanceOfSatisfying(
              ProviderRefused.class,
              refused -> {
                assertThat(refused.retry()).isEqualTo(Retry.LATER);
                assertThat(refused.mayHaveBeenCarriedOut()).isFalse();
                assertThat(refused.traceId()).contains("t1");
              });
    }
  }

  @Test
  void refusalInMidStream_saysWhatHadArrivedAndIsNeverRepeated() throws IOException {
    try (RawServer server =
            RawServer.answering(
                UNTIL_CLOSED
                    + FIRST
                    + "data:"
                    + " {\"data\":null,\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate"
                    + " limit for "
                    + StubProvider.KEY
                    + "\"}}\n\n");
        EventStream stream = open(server.uri(), LONG)) {
      event(stream);
      stream.delivered(4);
      ServerEvent event = event(stream);

      StreamRefused refused =
          catchThrowableOfType(StreamRefused.class, () -> stream.judged(event, "data"));

      assertNotToBeRepeated(refused);
      assertThat(refused.code()).contains(new ErrorCode(1002));
      assertThat(refused.delivered()).isEqualTo(4);
      assertThat(refused)
          .hasMessageContaining("refused with 1002: request rate limit reached")
          .hasMessageContaining("after 4 bytes of content");
      assertThat(refused.without(StubProvider.KEY))
          .isInstanceOf(StreamRefused.class)
          .hasMessageContaining("rate limit for ***")
          .hasMessageContaining("after 4 bytes of content");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "[1]", "{\"a\":1}", "{\"base_resp\":7}"})
  void eventThatIsNoAnswer_isDamaged(String data) throws IOException {
    try (RawServer server = RawServer.answering(UNTIL_CLOSED + FIRST + "data: " + data + "\n\n");
        EventStream stream = open(server.uri(), LONG)) {
      event(stream);
      ServerEvent event = event(stream);

      StreamDamaged damaged =
          catchThrowableOfType(StreamDamaged.class, () -> stream.judged(event, "data"));

      assertThat(damaged).hasMessageContaining("event 2 of " + data.length() + " bytes");
      assertNotToBeRepeated(damaged);
    }
  }

  @Test
  void refusalInJson_isThrownWhenTheStreamIsOpened() throws IOException {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
                + "{\"base_resp\":{\"status_code\":2054,\"status_msg\":\"voice id not exist\"}}")) {
      assertThatThrownBy(() -> open(server.uri(), LONG))
          .isInstanceOfSatisfying(
              ProviderRefused.class,
              refused -> assertThat(refused.code()).contains(new ErrorCode(2054)));
    }
  }

  @Test
  void errorPageOfAGateway_isUnreadable() throws IOException {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/event-stream\r\n\r\n<h1>nginx</h1>")) {
      assertThatThrownBy(() -> open(server.uri(), LONG))
          .isInstanceOf(ProviderAnswerUnreadable.class)
          .hasMessageContaining("HTTP 502")
          .hasMessageContaining("nginx");
    }
  }

  @Test
  void ordinarySuccess_isAStreamOfOneEvent() throws IOException {
    try (RawServer server =
            RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\n\"data\":{}\n}");
        EventStream stream = open(server.uri(), LONG)) {
      assertThat(stream.isStreamed()).isFalse();
      assertThat(stream.judged(event(stream), "data").has("data")).isTrue();
      assertThat(stream.next()).isEmpty();
    }
  }

  @Test
  void nobodyThere_isSurelyNotSent() {
    assertThatThrownBy(() -> open(URI.create("http://no-such-host.invalid"), LONG))
        .isInstanceOf(ProviderUnreachable.class);
  }
}
