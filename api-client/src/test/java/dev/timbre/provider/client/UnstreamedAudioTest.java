package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
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

  private static final String LAST =
      "data: {\"data\":{\"audio\":\"fffb906455aa\",\"status\":2,\"ced\":\"\"},\"extra_info\":"
          + "{\"audio_length\":640,\"audio_sample_rate\":32000,\"audio_size\":6,"
          + "\"bitrate\":128000,\"word_count\":2,\"invisible_character_ratio\":0,"
          + "\"usage_characters\":9,\"audio_format\":\"mp3\",\"audio_channel\":1},\"trace_id\":"
          + "\"06ab12cd34ef56780a1b2c3d4e5f6071\",\"base_resp\":{\"status_code\":0,"
          + "\"status_msg\":\"success\"}}\n\n";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private static SpeechRequest.Builder request() {
    return SpeechRequest.of(
        SpeechModel.SPEECH_2_8_HD, "Good evening.", VoiceSetting.of("AnnaHost01"));
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
