package dev.timbre.provider.client;

import static dev.timbre.provider.client.SpokenStream.LAST;
import static dev.timbre.provider.client.SpokenStream.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.ProviderRefused;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Audio that comes in another way than it was asked for. */
@Timeout(60)
class UnstreamedAudioTest {

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private SpeechStream stream() {
    return client.speech().stream(request().build());
  }

  private String heard() {
    return HexFormat.of().formatHex(out.toByteArray());
  }

  @Test
  void ordinaryAnswer_isPlayedWhole() {
    provider.answers(LAST.substring("data: ".length()));

    try (SpeechStream stream = stream()) {
      stream.transferTo(out);

      assertThat(heard()).isEqualTo("fffb906455aa");
      assertThat(stream.summary().metering().usageCharacters()).hasValue(9);
    }
  }

  @Test
  void bareAudio_isPlayedWithAnEmptySummary() {
    byte[] mp3 = {(byte) 0xff, (byte) 0xfb, 0, 1};
    provider.answers(200, Map.of("Content-Type", "Audio/MPEG"), mp3);

    try (SpeechStream stream = stream()) {
      stream.transferTo(out);

      assertThat(out.toByteArray()).isEqualTo(mp3);
      assertThat(stream.summary().metering().usageCharacters()).isEmpty();
      assertThat(stream.summary().traceId()).contains(StubProvider.TRACE_ID);
    }
  }

  @Test
  void audioInOneAnswer_mayBeBareToo() {
    byte[] mp3 = "ID3\u0004music".getBytes(StandardCharsets.ISO_8859_1);
    provider.answers(200, Map.of("Content-Type", "audio/mpeg"), mp3);

    var answer = client.speech().speak(request().build());

    assertThat(answer.audio().orElseThrow().toByteArray()).isEqualTo(mp3);
    assertThat(answer.metering().usageCharacters()).isEmpty();
    assertThat(answer.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void refusalCalledAudio_isARefusal() {
    provider.answers(200, "audio/mpeg", "{\"base_resp\":{\"status_code\":2054}}");

    assertThatThrownBy(() -> client.speech().speak(request().build()))
        .isInstanceOf(ProviderRefused.class);
    assertThatThrownBy(() -> stream().next()).isInstanceOf(ProviderRefused.class);
  }
}
