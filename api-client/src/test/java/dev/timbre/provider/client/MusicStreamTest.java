package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.error.ErrorCode;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.error.StreamCut;
import dev.timbre.provider.client.error.StreamDamaged;
import dev.timbre.provider.client.error.StreamRefused;
import dev.timbre.provider.client.wire.music.MusicModel;
import dev.timbre.provider.client.wire.music.MusicRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MusicStreamTest {

  private static final String FIRST =
      "data: {\"data\":{\"audio\":\"49443304\",\"status\":1},\"trace_id\":\"06ab\","
          + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}\n\n";
  private static final String SECOND = FIRST.replace("49443304", "00112233");
  private static final String LAST =
      "data: {\"data\":{\"audio\":\"4944330455aa\",\"status\":2},\"trace_id\":\"06ab\","
          + "\"extra_info\":{\"music_duration\":31200,\"music_sample_rate\":44100,"
          + "\"music_channel\":2,\"bitrate\":256000,\"music_size\":998400},\"analysis_info\":null,"
          + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}\n\n";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private static MusicRequest.Builder song() {
    return MusicRequest.of(MusicModel.MUSIC_2_6).prompt("Folk, slow").lyrics("[Verse]\nThe lake");
  }

  private MusicStream streamOf(String events) {
    provider.answers(200, "text/event-stream", events);
    return client.music().stream(song().build());
  }

  private String heard() {
    return HexFormat.of().formatHex(out.toByteArray());
  }

  @Test
  void pieces_arePlayedOnceAndTheWholeIsDescribed() {
    try (MusicStream stream = streamOf(FIRST + SECOND + LAST)) {
      assertThat(stream.transferTo(out)).isEqualTo(8);

      assertThat(heard()).isEqualTo("4944330400112233");
      assertThat(stream.info().length()).contains(Duration.ofMillis(31_200));
      assertThat(stream.info().channels()).hasValue(2);
      assertThat(stream.traceId()).contains(StubProvider.TRACE_ID);
    }
    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/music_generation");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"music-2.6\",\"prompt\":\"Folk, slow\",\"lyrics\":\"[Verse]\\nThe lake\","
                + "\"stream\":true,\"output_format\":\"hex\"}");
  }

  @Test
  void streamWithoutPieces_isPlayedFromItsEnd() {
    try (MusicStream stream = streamOf(LAST)) {
      stream.transferTo(out);

      assertThat(heard()).isEqualTo("4944330455aa");
    }
  }

  @Test
  void infoBeforeTheEnd_isNotThereYet() {
    try (MusicStream stream = streamOf(FIRST + LAST)) {
      assertThat(stream.next()).isPresent();

      assertThatThrownBy(stream::info).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void streamThatEndsTooEarly_isCutAfterWhatCame() {
    try (MusicStream stream = streamOf(FIRST)) {
      StreamCut cut = catchThrowableOfType(StreamCut.class, () -> stream.transferTo(out));

      assertThat(cut.operation()).isEqualTo(Operation.MAKE_MUSIC);
      assertThat(cut.mayHaveBeenCarriedOut()).isTrue();
      assertThat(cut.retry().allowed()).isFalse();
    }
    assertThat(heard()).isEqualTo("49443304");
  }

  @Test
  void damagedHex_isAnErrorAndNotAShorterSong() {
    try (MusicStream stream = streamOf(FIRST + FIRST.replace("49443304", "4944330") + LAST)) {
      assertThatThrownBy(() -> stream.transferTo(out)).isInstanceOf(StreamDamaged.class);
    }
  }

  @Test
  void refusalInMidStream_saysSo() {
    String refusal =
        "data: {\"base_resp\":{\"status_code\":1027,\"status_msg\":\"output new_sensitive\"}}\n\n";
    try (MusicStream stream = streamOf(FIRST + refusal)) {
      StreamRefused refused =
          catchThrowableOfType(StreamRefused.class, () -> stream.transferTo(out));

      assertThat(refused.code()).contains(new ErrorCode(1027));
    }
  }

  @Test
  void refusalInJson_isThrownWhenTheStreamIsOpened() {
    provider.answers(
        "{\"base_resp\":{\"status_code\":1008,\"status_msg\":\"insufficient balance\"}}");

    assertThatThrownBy(() -> client.music().stream(song().build()))
        .isInstanceOf(ProviderRefused.class)
        .hasMessageContaining("1008");
  }

  @Test
  void addressOfAStream_isRefusedBeforeSending() {
    assertThatThrownBy(() -> client.music().stream(song().asUrl().build()))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("output_format is url");
    assertThat(provider.requests()).isEmpty();
  }
}
