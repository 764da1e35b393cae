package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.wire.music.CoverSource;
import dev.timbre.provider.client.wire.music.MusicAnswer;
import dev.timbre.provider.client.wire.music.MusicAudioSetting;
import dev.timbre.provider.client.wire.music.MusicModel;
import dev.timbre.provider.client.wire.music.MusicRequest;
import dev.timbre.provider.client.wire.music.StructureTag;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MusicTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  private static MusicRequest.Builder song() {
    return MusicRequest.of(MusicModel.MUSIC_2_6).prompt("Folk, slow").lyrics("[Verse]\nThe lake");
  }

  @Test
  void hexAnswer_isReadWhole() {
    provider.answers(
        "{\"data\":{\"audio\":\"49443304\",\"status\":2},"
            + "\"trace_id\":\"06ab12cd34ef56780a1b2c3d4e5f6072\","
            + "\"extra_info\":{\"music_duration\":31200,\"music_sample_rate\":44100,"
            + "\"music_channel\":2,\"bitrate\":256000,\"music_size\":998400},"
            + "\"analysis_info\":null,"
            + OK);

    MusicAnswer answer = client.music().make(song().build());

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/music_generation");
    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"model\":\"music-2.6\",\"prompt\":\"Folk, slow\",\"lyrics\":\"[Verse]\\nThe lake\","
                + "\"stream\":false,\"output_format\":\"hex\"}");
    assertThat(answer.audio().orElseThrow().toByteArray()).containsExactly('I', 'D', '3', 4);
    assertThat(answer.audioUrl()).isEmpty();
    assertThat(answer.info().length()).contains(Duration.ofMillis(31_200));
    assertThat(answer.info().sampleRate()).hasValue(44_100);
    assertThat(answer.info().channels()).hasValue(2);
    assertThat(answer.info().bitrate()).hasValue(256_000);
    assertThat(answer.info().size()).hasValue(998_400);
    assertThat(answer.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void fullRequest_isWrittenAsTheContractShowsIt() {
    assertThat(
            song()
                .instrumental(false)
                .lyricsOptimizer(true)
                .asUrl()
                .audio(
                    MusicAudioSetting.defaults()
                        .withSampleRate(44100)
                        .withBitrate(256000)
                        .withFormat(AudioFormat.MP3))
                .watermark(true)
                .build()
                .toJson())
        .hasToString(
            "{\"model\":\"music-2.6\",\"prompt\":\"Folk, slow\",\"lyrics\":\"[Verse]\\nThe lake\","
                + "\"is_instrumental\":false,\"lyrics_optimizer\":true,\"stream\":false,"
                + "\"output_format\":\"url\",\"audio_setting\":{\"sample_rate\":44100,"
                + "\"bitrate\":256000,\"format\":\"mp3\"},\"aigc_watermark\":true}");
    assertThat(
            MusicRequest.of(MusicModel.COVER)
                .prompt("Swing, brass")
                .coverOf(CoverSource.of(new byte[] {1, 2, 3}))
                .build()
                .toJson())
        .hasToString(
            "{\"model\":\"music-cover\",\"prompt\":\"Swing, brass\",\"stream\":false,"
                + "\"output_format\":\"hex\",\"audio_base64\":\"AQID\"}");
  }

  @Test
  void urlAnswer_isReadFromTheSameField() {
    provider.answers(
        "{\"data\":{\"audio\":\"https://oss.example/m.mp3?Signature=x\",\"status\":\"2\"},"
            + "\"extra_info\":{\"music_duration\":\"31200\",\"music_channel\":null},\"new\":{},"
            + OK);

    MusicAnswer answer = client.music().make(song().asUrl().build());

    assertThat(answer.audio()).isEmpty();
    assertThat(answer.audioUrl().orElseThrow().uri())
        .hasToString("https://oss.example/m.mp3?Signature=x");
    assertThat(answer.toString()).doesNotContain("Signature");
    assertThat(answer.info().length()).contains(Duration.ofMillis(31_200));
    assertThat(answer.info().channels()).isEmpty();
  }

  @Test
  void answerWithoutEnvelope_isSuccessWhenItHasAudio() {
    provider.answers("{\"data\":{\"audio\":\"FF\"},\"extra_info\":[]}");

    MusicAnswer answer = client.music().make(song().build());

    assertThat(answer.audio().orElseThrow().size()).isEqualTo(1);
    assertThat(answer.info().length()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"data\":null,",
        "{\"data\":{},",
        "{\"data\":{\"audio\":\"\"},",
        "{\"data\":{\"audio\":\"4\"},",
        "{\"data\":{\"audio\":\"4g\"},",
        "{\"data\":{\"audio\":\"ftp://oss.example/m\"},"
      })
  void successWithoutUsableAudio_isUnreadable(String start) {
    provider.answers(start + OK);

    assertThatThrownBy(() -> client.music().make(song().build()))
        .isInstanceOf(ProviderAnswerUnreadable.class);
  }

  @Test
  void structureTags_standInBrackets() {
    assertThat(StructureTag.PRE_CHORUS).hasToString("[Pre Chorus]");
    assertThat(new StructureTag("Yodel")).hasToString("[Yodel]");
  }
}
