package dev.timbre.provider.client.wire.music;

import static dev.timbre.provider.client.wire.BrokenRequest.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.timbre.provider.client.wire.BrokenRequest;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MusicLimitsTest {

  private static final int FIFTY_MB = 50 * 1024 * 1024;
  private static final String SOURCES = "audio_url, audio_base64, cover_feature_id";
  private static final CoverSource SONG = CoverSource.at(URI.create("https://media.example/a"));

  private static MusicRequest.Builder music(MusicModel model, int prompt, int lyrics) {
    MusicRequest.Builder request = MusicRequest.of(model);
    if (prompt > 0) {
      request.prompt("曲".repeat(prompt));
    }
    if (lyrics > 0) {
      request.lyrics("词".repeat(lyrics));
    }
    return request;
  }

  private static BrokenRequest length(
      String field, int length, String limit, MusicRequest.Builder request) {
    return broken(field, length + " characters long", limit, request::build);
  }

  static Stream<BrokenRequest> songs() {
    MusicModel model = MusicModel.MUSIC_3_0;
    return Stream.of(
        length("prompt", 2001, "1 to 2000", music(model, 2001, 10)),
        length("lyrics", 3501, "1 to 3500", music(model, 10, 3501)),
        broken("lyrics", "missing", "some text", () -> music(model, 10, 0).build()),
        broken(
            "lyrics",
            "missing",
            "some text",
            () -> music(model, 10, 0).instrumental(false).lyricsOptimizer(false).build()),
        broken(
            "prompt", "missing", "some text", () -> music(model, 0, 0).instrumental(true).build()),
        broken("prompt", "blank", "some text", () -> MusicRequest.of(model).prompt(" ")),
        broken("lyrics", "blank", "some text", () -> MusicRequest.of(model).lyrics("\n")),
        broken(
            SOURCES,
            "present",
            "none of them with this model",
            () -> music(model, 10, 10).coverOf(SONG).build()));
  }

  static Stream<BrokenRequest> firstModel() {
    MusicModel model = MusicModel.MUSIC_1_5;
    return Stream.of(
        length("prompt", 9, "10 to 300", music(model, 9, 10)),
        length("prompt", 301, "10 to 300", music(model, 301, 10)),
        length("lyrics", 9, "10 to 600", music(model, 10, 9)),
        length("lyrics", 601, "10 to 600", music(model, 10, 601)),
        broken("prompt", "missing", "some text", () -> music(model, 0, 10).build()),
        broken(
            "lyrics",
            "missing",
            "some text",
            () -> music(model, 10, 0).instrumental(true).build()));
  }

  static Stream<BrokenRequest> covers() {
    MusicModel model = MusicModel.COVER_FREE;
    return Stream.of(
        length("prompt", 9, "10 to 300", music(model, 9, 0).coverOf(SONG)),
        length("prompt", 301, "10 to 300", music(model, 301, 0).coverOf(SONG)),
        length("lyrics", 9, "10 to 1000", music(model, 10, 9).coverOf(SONG)),
        length("lyrics", 1001, "10 to 1000", music(model, 10, 1001).coverOf(SONG)),
        broken("prompt", "missing", "some text", () -> music(model, 0, 10).coverOf(SONG).build()),
        broken(
            SOURCES,
            "missing",
            "exactly one of them with this model",
            () -> music(model, 10, 0).build()),
        broken(
            "audio_base64",
            (FIFTY_MB + 1) + " bytes long",
            "1 to " + FIFTY_MB + " bytes",
            () -> CoverSource.of(new byte[FIFTY_MB + 1])),
        broken(
            "audio_base64",
            "0 bytes long",
            "1 to " + FIFTY_MB + " bytes",
            () -> CoverSource.of(new byte[0])),
        broken(
            "audio_url",
            "an address of scheme file",
            "http or https with a host",
            () -> CoverSource.at(URI.create("file:///a.mp3"))),
        broken("cover_feature_id", "blank", "some text", () -> CoverSource.ofFeature(" ")),
        broken(
            "cover_feature_id",
            "present",
            "audio_url or audio_base64",
            () -> CoverRequest.of(CoverSource.ofFeature("cf00aa11"))));
  }

  static Stream<BrokenRequest> others() {
    MusicAudioSetting audio = MusicAudioSetting.defaults();
    return Stream.of(
        broken(
            "audio_setting.sample_rate",
            "48000",
            "one of [16000, 24000, 32000, 44100]",
            () -> audio.withSampleRate(48000)),
        broken(
            "audio_setting.bitrate",
            "320000",
            "one of [32000, 64000, 128000, 256000]",
            () -> audio.withBitrate(320000)),
        broken(
            "audio_setting.format",
            "flac",
            "mp3, wav or pcm",
            () -> audio.withFormat(AudioFormat.FLAC)),
        broken(
            "output_format",
            "url",
            "hex in a stream",
            () -> music(MusicModel.MUSIC_2_6, 10, 10).asUrl().build().asStream()),
        broken(
            "prompt",
            "2001 characters long",
            "at most 2000",
            () -> LyricsRequest.write("a".repeat(2001))),
        broken(
            "lyrics",
            "3501 characters long",
            "at most 3500",
            () -> LyricsRequest.edit("a".repeat(3501), "shorter")),
        broken("title", "blank", "some text", () -> LyricsRequest.write("a").withTitle("")));
  }

  @ParameterizedTest
  @MethodSource({"songs", "firstModel", "covers", "others"})
  void valueOutsideItsLimit_isNamedWithFieldValueAndLimit(BrokenRequest row) {
    row.isRefused();
  }

  @Test
  void valuesOnTheirLimit_areAccepted() {
    assertThatCode(
            () -> {
              music(MusicModel.MUSIC_2_5_PLUS, 2000, 3500).build();
              music(MusicModel.MUSIC_2_6_FREE, 0, 1).build();
              music(MusicModel.MUSIC_2_0, 1, 0).instrumental(true).build();
              music(MusicModel.MUSIC_3_0, 0, 0).lyricsOptimizer(true).build();
              music(MusicModel.MUSIC_1_5, 10, 10).build();
              music(MusicModel.MUSIC_1_5, 300, 600).build();
              music(MusicModel.COVER, 300, 1000).coverOf(SONG).build();
              music(MusicModel.COVER, 10, 0).coverOf(CoverSource.ofFeature("cf00")).build();
              CoverSource.of(new byte[FIFTY_MB]);
              LyricsRequest.edit("a".repeat(3500), "a".repeat(2000));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void unknownModel_isLeftToTheProvider() {
    assertThatCode(
            () -> {
              music(new MusicModel("music-9"), 5000, 9000).coverOf(SONG).build();
              music(MusicModel.MUSIC_01, 0, 0).build();
              new LyricsRequest(
                  new LyricsMode("translate"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty());
            })
        .doesNotThrowAnyException();
  }

  @Test
  void textForms_tellNoText() {
    assertThat(
            MusicRequest.of(MusicModel.MUSIC_2_6).lyrics("top secret").build().toString()
                + LyricsRequest.edit("top secret", "top secret")
                + CoverSource.at(URI.create("https://secret.example/a"))
                + CoverRequest.of(SONG))
        .doesNotContain("secret")
        .doesNotContain("media.example");
  }
}
