package dev.timbre.provider.client.stream;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.HexAudio;
import dev.timbre.provider.client.wire.Reply;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One MiB of audio that comes as an event stream, without a network: operations per second are MiB
 * of audio per second, and bytes per operation are bytes allocated for each MiB.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StreamedAudioBenchmark {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int AUDIO = 1024 * 1024;
  private static final int DELIVERY = 16 * 1024;

  /** Bytes of audio in one event. */
  @Param({"2048", "16384"})
  public int piece;

  private byte[] stream;
  private String hex;
  private byte[] hexBytes;
  private byte[] target;

  @Setup
  public void makeStream() {
    byte[] audio = new byte[AUDIO];
    new Random(1).nextBytes(audio);
    StringBuilder text = new StringBuilder();
    for (int from = 0; from < AUDIO; from += piece) {
      text.append("data: {\"data\":{\"audio\":\"")
          .append(HexFormat.of().formatHex(audio, from, from + piece))
          .append("\",\"status\":1,\"ced\":\"\"},\"trace_id\":\"06ab12cd34ef56780a1b2c3d4e5f6071\",")
          .append("\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}\n\n");
    }
    text.append("data: {\"data\":{\"audio\":\"\",\"status\":2},\"extra_info\":{\"audio_size\":1},")
        .append("\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}\n\n");
    stream = text.toString().getBytes(StandardCharsets.US_ASCII);
    hex = HexFormat.of().formatHex(audio);
    hexBytes = hex.getBytes(StandardCharsets.US_ASCII);
    target = new byte[stream.length];
  }

  /** Deliveries as the JDK's client makes them: read-only views of some kilobytes. */
  private static final class Delivery implements Subscription {
    private final EventBody to;
    private final byte[] bytes;
    private int at;

    Delivery(EventBody to, byte[] bytes) {
      this.to = to;
      this.bytes = bytes;
    }

    @Override
    public void request(long n) {
      int from = at;
      at = Math.min(bytes.length, at + DELIVERY);
      if (from < bytes.length) {
        to.onNext(List.of(ByteBuffer.wrap(bytes, from, at - from).asReadOnlyBuffer()));
      } else {
        to.onComplete();
      }
    }

    @Override
    public void cancel() {
      at = bytes.length;
    }
  }

  private EventStream opened() {
    EventBody body = (EventBody) EventBody.handler().apply(null);
    body.onSubscribe(new Delivery(body, stream));
    Reply head =
        new Reply(
            Operation.SPEAK,
            200,
            Optional.of("text/event-stream"),
            "06ab12cd34ef56780a1b2c3d4e5f6071",
            new byte[0]);
    return EventStream.of(head, body, Duration.ofSeconds(30));
  }

  /** The client: events, envelope judged, audio. */
  @Benchmark
  public void client(Blackhole heard) {
    AudioEvents audio = new AudioEvents(opened());
    for (Optional<byte[]> next = audio.next(); next.isPresent(); next = audio.next()) {
      heard.consume(next.get());
    }
  }

  /** Of which: events alone. */
  @Benchmark
  public void clientEventsOnly(Blackhole seen) {
    EventStream all = opened();
    for (Optional<ServerEvent> next = all.next(); next.isPresent(); next = all.next()) {
      seen.consume(next.get());
    }
  }

  /** Of which: hex alone. */
  @Benchmark
  public byte[] clientHexOnly() {
    return HexAudio.decode(hexBytes, 0, hexBytes.length);
  }

  /** The floor: the bytes of the stream copied once. */
  @Benchmark
  public byte[] plainCopy() {
    for (int from = 0; from < stream.length; from += DELIVERY) {
      int length = Math.min(DELIVERY, stream.length - from);
      ByteBuffer.wrap(stream, from, length).asReadOnlyBuffer().get(target, from, length);
    }
    return target;
  }

  /** The usual way: lines, JSON tree, the JDK's hex. */
  @Benchmark
  public void linesJsonHexFormat(Blackhole heard) throws IOException {
    InputStream in = new ByteArrayInputStream(stream);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          try (JsonReader json = JSON.createReader(new StringReader(line.substring(6)))) {
            JsonObject data = json.readObject().getJsonObject("data");
            heard.consume(HexFormat.of().parseHex(data.getString("audio")));
          }
        }
      }
    }
  }

  /** The JDK's hex alone. */
  @Benchmark
  public byte[] jdkHexOnly() {
    return HexFormat.of().parseHex(hex);
  }
}
