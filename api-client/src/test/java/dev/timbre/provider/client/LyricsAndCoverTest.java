package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.wire.music.CoverPreparation;
import dev.timbre.provider.client.wire.music.CoverRequest;
import dev.timbre.provider.client.wire.music.CoverSource;
import dev.timbre.provider.client.wire.music.Lyrics;
import dev.timbre.provider.client.wire.music.LyricsRequest;
import dev.timbre.provider.client.wire.music.MusicModel;
import dev.timbre.provider.client.wire.music.MusicRequest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LyricsAndCoverTest {

  private static final String OK = "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
  private static final CoverSource SONG = CoverSource.at(URI.create("https://media.example/a.mp3"));

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  @Test
  void newLyrics_areAskedForAndRead() {
    provider.answers(
        "{\"song_title\":\"The Lake\",\"style_tags\":\"folk, slow\","
            + "\"lyrics\":\"[Verse]\\nStill water\",\"surprise\":1,"
            + OK);

    Lyrics lyrics = client.music().write(LyricsRequest.write("About a lake"));

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/lyrics_generation");
    assertThat(provider.onlyRequest().text())
        .isEqualTo("{\"mode\":\"write_full_song\",\"prompt\":\"About a lake\"}");
    assertThat(lyrics.songTitle()).contains("The Lake");
    assertThat(lyrics.styleTags()).containsExactly("folk, slow");
    assertThat(lyrics.text()).isEqualTo("[Verse]\nStill water");
    assertThat(lyrics.toString()).doesNotContain("water");
    assertThat(lyrics.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void editedLyrics_areAskedForAndReadAlsoWithOddTypes() {
    provider.answers(
        "{\"song_title\":1984,\"style_tags\":[\"folk\",\"slow\"],\"lyrics\":\"[Verse]\\nIce\"}");

    Lyrics lyrics =
        client.music().write(LyricsRequest.edit("Still water", "In winter").withTitle("The Lake"));

    assertThat(provider.onlyRequest().text())
        .isEqualTo(
            "{\"mode\":\"edit\",\"prompt\":\"In winter\",\"lyrics\":\"Still water\","
                + "\"title\":\"The Lake\"}");
    assertThat(lyrics.songTitle()).contains("1984");
    assertThat(lyrics.styleTags()).containsExactly("folk", "slow");
  }

  @Test
  void lyricsAlone_areEnough() {
    provider.answers("{\"song_title\":null,\"lyrics\":\"La\"," + OK);

    Lyrics lyrics = client.music().write(LyricsRequest.write("About a lake"));

    assertThat(lyrics.songTitle()).isEmpty();
    assertThat(lyrics.styleTags()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"lyrics\":null,", "{\"lyrics\":\"\",", "{\"lyrics\":[\"a\"],"})
  void successWithoutLyrics_isUnreadable(String start) {
    provider.answers(start + OK);

    assertThatThrownBy(() -> client.music().write(LyricsRequest.write("About a lake")))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("without lyrics");
  }

  @Test
  void preparedCover_isReadAndUsedAsSource() {
    provider.answers(
        "{\"cover_feature_id\":\"cf00aa11\",\"formatted_lyrics\":\"[Verse]\\nStill water\","
            + "\"structure_result\":\"{\\\"num_segments\\\":1}\",\"audio_duration\":91.5,"
            + "\"trace_id\":\"06ab12cd34ef56780a1b2c3d4e5f6073\","
            + OK);

    CoverPreparation prepared = client.music().prepareCover(CoverRequest.of(SONG));

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/music_cover_preprocess");
    assertThat(provider.onlyRequest().text())
        .isEqualTo("{\"model\":\"music-cover\",\"audio_url\":\"https://media.example/a.mp3\"}");
    assertThat(prepared.coverFeatureId()).isEqualTo("cf00aa11");
    assertThat(prepared.formattedLyrics()).contains("[Verse]\nStill water");
    assertThat(prepared.structure()).contains("{\"num_segments\":1}");
    assertThat(prepared.seconds()).hasValue(91.5);
    assertThat(
            MusicRequest.of(MusicModel.COVER)
                .prompt("Swing, brass")
                .coverOf(prepared.source())
                .build()
                .toJson()
                .getString("cover_feature_id"))
        .isEqualTo("cf00aa11");
  }

  @Test
  void preparedCoverWithOddTypesAndWithoutEnvelope_isRead() {
    provider.answers(
        "{\"cover_feature_id\":9007199254740993,\"formatted_lyrics\":null,"
            + "\"structure_result\":{\"num_segments\":1},\"audio_duration\":\"90\",\"x\":0}");

    CoverPreparation prepared = client.music().prepareCover(CoverRequest.of(SONG));

    assertThat(prepared.coverFeatureId()).isEqualTo("9007199254740993");
    assertThat(prepared.formattedLyrics()).isEmpty();
    assertThat(prepared.structure()).contains("{\"num_segments\":1}");
    assertThat(prepared.seconds()).hasValue(90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"cover_feature_id\":null,", "{\"cover_feature_id\":\"\","})
  void successWithoutFeatureId_isUnreadable(String start) {
    provider.answers(start + OK);

    assertThatThrownBy(() -> client.music().prepareCover(CoverRequest.of(SONG)))
        .isInstanceOf(ProviderAnswerUnreadable.class)
        .hasMessageContaining("without cover_feature_id");
  }
}
