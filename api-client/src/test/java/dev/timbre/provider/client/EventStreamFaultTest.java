package dev.timbre.provider.client;

import static dev.timbre.provider.client.EventStreamStub.CHUNKED;
import static dev.timbre.provider.client.EventStreamStub.FIRST;
import static dev.timbre.provider.client.EventStreamStub.LONG;
import static dev.timbre.provider.client.EventStreamStub.OPENED;
import static dev.timbre.provider.client.EventStreamStub.REQUEST;
import static dev.timbre.provider.client.EventStreamStub.UNTIL_CLOSED;
import static dev.timbre.provider.client.EventStreamStub.assertNotToBeRepeated;
import static dev.timbre.provider.client.EventStreamStub.chunk;
import static dev.timbre.provider.client.EventStreamStub.event;
import static dev.timbre.provider.client.EventStreamStub.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderOutcomeUnknown;
import dev.timbre.provider.client.error.StreamCut;
import dev.timbre.provider.client.error.StreamDamaged;
import dev.timbre.provider.client.error.StreamFailed;
import dev.timbre.provider.client.error.StreamStalled;
import dev.timbre.provider.client.stream.EventStream;
import dev.timbre.provider.client.stream.ServerEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong on the way of an event stream, over real sockets. */
@Timeout(60)
class EventStreamFaultTest {

  private static final Duration SHORT = Duration.ofSeconds(2);

  private static <F extends ProviderException> F failure(Class<F> kind, EventStream stream) {
    return catchThrowableOfType(kind, stream::next);
  }

  @Test
  void lineCutInTheMiddle_isCut() throws IOException {
    try (RawServer server =
            RawServer.answering(CHUNKED + chunk(FIRST) + "100\r\ndata: {\"data\":");
        EventStream stream = open(server.uri(), LONG)) {
      event(stream);
      stream.delivered(7);

      StreamCut cut = failure(StreamCut.class, stream);

      assertThat(cut).hasMessageContaining("after 7 bytes of content");
      assertThat(cut.delivered()).isEqualTo(7);
      assertNotToBeRepeated(cut);
    }
  }

  @Test
  void lineCutBetweenChunks_isCut() throws IOException {
    try (RawServer server = RawServer.answering(CHUNKED + chunk(FIRST));
        EventStream stream = open(server.uri(), LONG)) {
      event(stream);

      assertNotToBeRepeated(failure(StreamCut.class, stream));
    }
  }

  @Test
  void contentLengthThatPromisesMore_isCut() throws IOException {
    try (RawServer server = RawServer.answering(OPENED + "Content-Length: 500\r\n\r\n" + FIRST);
        EventStream stream = open(server.uri(), LONG)) {
      event(stream);

      assertNotToBeRepeated(failure(StreamCut.class, stream));
    }
  }

  @Test
  void contentLengthThatPromisesLess_endsTheStreamThere() throws IOException {
    try (RawServer server =
            RawServer.answering(OPENED + "Content-Length: 20\r\n\r\n" + FIRST + FIRST);
        EventStream stream = open(server.uri(), LONG)) {
      ServerEvent half = event(stream);

      assertThat(half.isWhole()).isFalse();
      assertThatThrownBy(() -> stream.judged(half, "data")).isInstanceOf(StreamCut.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ": waiting\n\n", "data: {\"da"})
  void silenceAfterAnEvent_isStalled(String start) throws IOException {
    try (RawServer server = RawServer.stallingAfter(UNTIL_CLOSED + FIRST + start);
        EventStream stream = open(server.uri(), SHORT)) {
      event(stream);

      StreamStalled stalled = failure(StreamStalled.class, stream);

      assertThat(stalled).hasMessageContaining("time-out").hasMessageContaining("PT2S");
      assertNotToBeRepeated(stalled);
      server.awaitClientGone();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {": waiting\n", "\n", "data:\n\n", "data: a\n"})
  void dripWithoutAnEvent_isStalledAllTheSame(String drop) throws IOException {
    try (RawServer server = RawServer.repeating(UNTIL_CLOSED + FIRST, drop, Duration.ofMillis(5));
        EventStream stream = open(server.uri(), SHORT)) {
      event(stream);

      assertNotToBeRepeated(failure(StreamStalled.class, stream));
      server.awaitClientGone();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {": waiting\n", "data:\n\n", "data: a\n", "a"})
  void floodWithoutAnEvent_isDamagedAtTheLimit(String drop) throws IOException {
    String flood = drop.repeat(65_536 / drop.length());
    try (RawServer server = RawServer.repeating(UNTIL_CLOSED + FIRST, flood, Duration.ZERO);
        EventStream stream = open(server.uri(), LONG)) {
      event(stream);

      StreamDamaged damaged = failure(StreamDamaged.class, stream);

      assertThat(damaged).hasMessageContaining("more than 67108864 bytes");
      assertNotToBeRepeated(damaged);
      server.awaitClientGone();
    }
  }

  @Test
  void reader_takesNoMoreThanItReads() throws IOException {
    String flood = FIRST.repeat(3000);
    try (RawServer server = RawServer.repeating(UNTIL_CLOSED, flood, Duration.ZERO);
        EventStream stream = open(server.uri(), LONG)) {
      event(stream);
      long blocked = server.awaitBlockedWriter();

      assertThat(blocked).isLessThan(16 * 1024 * 1024);
      for (int i = 0; i < 500_000; i++) {
        event(stream);
      }
    }
  }

  @Test
  void halfAnOrdinaryAnswer_isInDoubt() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n";
    try (RawServer cut = RawServer.answering(head + "{");
        RawServer stalling = RawServer.stallingAfter(head + "{")) {
      assertThatThrownBy(() -> open(cut.uri(), LONG)).isInstanceOf(ProviderOutcomeUnknown.class);
      assertThatThrownBy(() -> open(stalling.uri(), SHORT))
          .isInstanceOf(ProviderOutcomeUnknown.class)
          .hasMessageContaining("time-out");
      stalling.awaitClientGone();
    }
  }

  @Test
  void close_wakesTheReaderAndFreesTheConnection() throws Exception {
    try (RawServer server = RawServer.stallingAfter(UNTIL_CLOSED + FIRST);
        EventStream stream = open(server.uri(), LONG)) {
      event(stream);
      CompletableFuture<StreamFailed> reading =
          CompletableFuture.supplyAsync(() -> failure(StreamFailed.class, stream));

      stream.close();

      assertThat(reading.get(30, TimeUnit.SECONDS))
          .isInstanceOf(StreamCut.class)
          .hasMessageContaining("closed by this side");
      server.awaitClientGone();
      assertThat(failure(StreamCut.class, stream)).isNotNull();
    }
  }

  @Test
  void closingTheClient_endsItsStreams() throws IOException {
    try (RawServer server = RawServer.stallingAfter(UNTIL_CLOSED + FIRST)) {
      Calls calls = new Calls(StubProvider.endpoint(server.uri()));
      EventStream stream =
          calls.perform(
              Operation.SPEAK, () -> calls.streams().open(Operation.SPEAK, REQUEST, LONG));
      event(stream);

      calls.close();

      server.awaitClientGone();
      assertThat(failure(StreamCut.class, stream)).hasMessageContaining("closed by this side");
      assertThatThrownBy(() -> calls.streams().open(Operation.SPEAK, REQUEST, LONG))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @Test
  void interrupt_endsTheWaitAndStaysSet() throws Exception {
    try (RawServer server = RawServer.stallingAfter(UNTIL_CLOSED + FIRST);
        EventStream stream = open(server.uri(), LONG)) {
      event(stream);
      CountDownLatch started = new CountDownLatch(1);
      CompletableFuture<String> seen = new CompletableFuture<>();
      Thread reader =
          new Thread(
              () -> {
                started.countDown();
                StreamFailed failed = failure(StreamFailed.class, stream);
                seen.complete(Thread.interrupted() + " " + failed.getMessage());
              });
      reader.start();
      started.await();

      reader.interrupt();

      assertThat(seen.get(30, TimeUnit.SECONDS))
          .startsWith("true ")
          .contains("the waiting thread was interrupted");
      server.awaitClientGone();
    }
  }
}
