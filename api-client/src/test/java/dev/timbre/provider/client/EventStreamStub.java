package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.stream.EventStream;
import dev.timbre.provider.client.stream.ServerEvent;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;

/** Event streams over real sockets: what a server writes, and how the client opens it. */
final class EventStreamStub {

  static final Duration LONG = Duration.ofSeconds(30);

  static final WireRequest REQUEST = () -> JsonValue.EMPTY_JSON_OBJECT;

  static final String OPENED =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTrace-Id: t1\r\n";

  static final String UNTIL_CLOSED = OPENED + "\r\n";

  static final String CHUNKED = OPENED + "Transfer-Encoding: chunked\r\n\r\n";

  static final String FIRST = "data: {\"data\":{\"n\":1}}\n\n";

  static EventStream open(URI base, Duration stall) {
    Calls calls = new Calls(StubProvider.endpoint(base));
    return calls.perform(
        Operation.SPEAK, () -> calls.streams().open(Operation.SPEAK, REQUEST, stall));
  }

  static String chunk(String content) {
    return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
  }

  static ServerEvent event(EventStream stream) {
    return stream.next().orElseThrow();
  }

  static void assertNotToBeRepeated(ProviderException failure) {
    assertThat(failure.operation()).isEqualTo(Operation.SPEAK);
    assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
    assertThat(failure.retry()).isEqualTo(Retry.NEVER);
    assertThat(failure.remedy()).isNotBlank();
    assertThat(failure.traceId()).contains("t1");
  }

  private EventStreamStub() {}
}
