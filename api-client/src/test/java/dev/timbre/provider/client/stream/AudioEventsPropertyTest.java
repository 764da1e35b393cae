package dev.timbre.provider.client.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.StreamCut;
import dev.timbre.provider.client.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow.Subscription;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Streamed audio, cut into any pieces, cut off anywhere, and spoilt. */
class AudioEventsPropertyTest {

  private static final String ENVELOPE = ",\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}";

  /** A stream and the audio in it. */
  record Sent(byte[] stream, byte[] audio) {}

  /** A body that comes when it is asked for, in pieces of a given size, and then ends or breaks. */
  private record Delivery(EventBody to, byte[] bytes, int size, boolean breaks, int[] at)
      implements Subscription {
    @Override
    public void request(long n) {
      int from = at[0];
      at[0] = Math.min(bytes.length, from + size);
      if (from < bytes.length) {
        to.onNext(List.of(ByteBuffer.wrap(Arrays.copyOfRange(bytes, from, at[0]))));
      } else if (breaks) {
        to.onError(new IOException("connection reset"));
      } else {
        to.onComplete();
      }
    }

    @Override
    public void cancel() {
      at[0] = bytes.length;
    }
  }

  private static AudioEvents opened(byte[] bytes, int size, boolean breaks) {
    EventBody body = (EventBody) EventBody.handler().apply(null);
    body.onSubscribe(new Delivery(body, bytes, size, breaks, new int[1]));
    Reply head =
        new Reply(Operation.SPEAK, 200, Optional.of("text/event-stream"), null, new byte[0]);
    return new AudioEvents(EventStream.of(head, body, Duration.ofSeconds(30)));
  }

  private static byte[] heard(AudioEvents events) {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    hear(events, heard);
    return heard.toByteArray();
  }

  private static void hear(AudioEvents events, ByteArrayOutputStream heard) {
    for (Optional<byte[]> piece = events.next(); piece.isPresent(); piece = events.next()) {
      assertThat(piece.get()).isNotEmpty();
      heard.writeBytes(piece.get());
    }
  }

  @Provide
  Arbitrary<Sent> streams() {
    Arbitrary<List<byte[]>> pieces =
        Arbitraries.bytes().array(byte[].class).ofMaxSize(150).list().ofMaxSize(6);
    Arbitrary<byte[]> whole = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(60);
    Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "\r");
    return Combinators.combine(pieces, whole, end, Arbitraries.of(true, false))
        .as(AudioEventsPropertyTest::sent);
  }

  private static Sent sent(List<byte[]> pieces, byte[] whole, String end, boolean upperCase) {
    HexFormat hex = upperCase ? HexFormat.of().withUpperCase() : HexFormat.of();
    ByteArrayOutputStream audio = new ByteArrayOutputStream();
    StringBuilder stream = new StringBuilder();
    for (byte[] piece : pieces) {
      String data =
          "{\"data\":{\"audio\":\"" + hex.formatHex(piece) + "\",\"status\":1}" + ENVELOPE;
      stream.append("data: ").append(data).append(end).append(end);
      audio.writeBytes(piece);
    }
    String last = "{\"data\":{\"audio\":\"" + hex.formatHex(whole) + "\",\"status\":2}" + ENVELOPE;
    stream.append("data: ").append(last).append(end).append(end);
    if (audio.size() == 0) {
      audio.writeBytes(whole);
    }
    return new Sent(stream.toString().getBytes(StandardCharsets.US_ASCII), audio.toByteArray());
  }

  @Property
  void anySplit_givesTheWholeAudioOnce(
      @ForAll("streams") Sent sent, @ForAll @IntRange(min = 1, max = 400) int size) {
    AudioEvents events = opened(sent.stream(), size, false);

    assertThat(heard(events)).isEqualTo(sent.audio());
    assertThat(events.last()).isPresent();
  }

  @Property
  void truncation_givesAPrefixAndIsCut(
      @ForAll("streams") Sent sent,
      @ForAll @IntRange(min = 0, max = 2000) int missing,
      @ForAll boolean breaks) {
    byte[] part = Arrays.copyOf(sent.stream(), Math.max(0, sent.stream().length - missing));
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    AudioEvents events = opened(part, 100, breaks);

    StreamCut cut = catchThrowableOfType(StreamCut.class, () -> hear(events, heard));

    assertThat(heard.toByteArray()).isEqualTo(Arrays.copyOf(sent.audio(), heard.size()));
    assertThat(cut == null).isEqualTo(events.last().isPresent());
    if (cut == null) {
      assertThat(heard.toByteArray()).isEqualTo(sent.audio());
    } else {
      assertThat(cut.delivered()).isEqualTo(heard.size());
    }
  }

  @Property
  void spoiltBytes_breakByNothingButTypedErrors(
      @ForAll("streams") Sent sent,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 1000) Integer> places,
      @ForAll byte spoilt) {
    byte[] stream = sent.stream().clone();
    places.forEach(place -> stream[place % stream.length] = spoilt);
    AudioEvents events = opened(stream, 50, false);
    ByteArrayOutputStream heard = new ByteArrayOutputStream();

    ProviderException failure =
        catchThrowableOfType(ProviderException.class, () -> hear(events, heard));

    assertThat(failure != null || events.last().isPresent()).isTrue();
  }

  @Property
  void garbage_isNeverAudio(@ForAll byte[] garbage, @ForAll @IntRange(min = 1, max = 9) int size) {
    AudioEvents events = opened(garbage, size, false);

    assertThat(catchThrowableOfType(ProviderException.class, events::next)).isNotNull();
  }
}
