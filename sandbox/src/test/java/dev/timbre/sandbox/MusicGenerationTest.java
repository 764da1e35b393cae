package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicGenerationTest {
  private static final String SONG =
      "\"model\":\"music-2.6\",\"prompt\":\"slow folk\","
          + "\"lyrics\":\"[Verse]\\nGrey harbour in the rain\\n[Chorus]\\nHome again\"";
  private static final String COVER = "\"model\":\"music-cover\",\"prompt\":\"as a slow waltz\"";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static JsonNode post(String path, String fields) throws IOException {
    return SANDBOX.demo().post(path, "{" + fields + "}");
  }

  private static JsonNode generate(String fields) throws IOException {
    return post("/v1/music_generation", fields);
  }

  private static SoundFile sound(JsonNode answer, String format) throws IOException {
    byte[] audio = HexFormat.of().parseHex(answer.at("/data/audio").asText());
    JsonNode info = answer.get("extra_info");
    assertThat(info.get("music_size").asInt()).isEqualTo(audio.length);
    return SoundFile.of(
        audio, format, info.get("music_sample_rate").asInt(), info.get("music_channel").asInt());
  }

  @Test
  void song_isStereoMp3AsLongAsItsLinesSay() throws Exception {
    JsonNode answer = generate(SONG);
    assertThat(Caller.code(answer)).isZero();
    assertThat(answer.at("/data/status").asInt()).isEqualTo(2);
    assertThat(answer.get("trace_id").asText()).matches("[0-9a-f]{32}");
    assertThat(answer.get("analysis_info").isNull()).isTrue();
    assertThat(answer.at("/extra_info/bitrate").asInt()).isEqualTo(256_000);
    SoundFile sound = sound(answer, "mp3");
    assertThat(sound.rate()).isEqualTo(44_100);
    assertThat(sound.channels()).isEqualTo(2);
    assertThat(sound.seconds()).isBetween(3.1, 5.0);
    assertThat(sound.seconds())
        .isEqualTo(answer.at("/extra_info/music_duration").asInt() / 1000.0, within(0.1));
    String more = SONG.substring(0, SONG.length() - 1) + "\\nOnce more\\nAnd once more\"";
    assertThat(sound(generate(more), "mp3").seconds()).isGreaterThan(6.3);
  }

  @ParameterizedTest
  @CsvSource({"mp3, 16000, 64000", "mp3, 32000, 32000", "wav, 24000, 128000", "pcm, 44100, 256000"})
  void audioSetting_decidesTheFormat(String format, int rate, int bitrate) throws Exception {
    JsonNode answer =
        generate(
            SONG
                + ",\"audio_setting\":{\"format\":\"%s\",\"sample_rate\":%d,\"bitrate\":%d}"
                    .formatted(format, rate, bitrate));
    SoundFile sound = sound(answer, format);
    assertThat(sound.rate()).isEqualTo(rate);
    assertThat(sound.channels()).isEqualTo(2);
    assertThat(sound.seconds())
        .isEqualTo(answer.at("/extra_info/music_duration").asInt() / 1000.0, within(0.15));
  }

  @Test
  void sameRequest_isTheSameMusic_andAnotherPromptIsNot() throws Exception {
    String first = generate(SONG).at("/data/audio").asText();
    assertThat(generate(SONG).at("/data/audio").asText()).isEqualTo(first);
    assertThat(generate(SONG.replace("slow folk", "fast rock")).at("/data/audio").asText())
        .isNotEqualTo(first);
  }

  @Test
  void url_leadsToTheMusicFor24Hours() throws Exception {
    JsonNode answer = generate(SONG + ",\"output_format\":\"url\"");
    URI link = URI.create(answer.at("/data/audio").asText());
    String path = link.getPath() + "?" + link.getQuery();
    Caller anybody = SANDBOX.control();
    HttpResponse<byte[]> music = anybody.send(anybody.to(path).GET());
    assertThat(music.headers().firstValue("Content-Type")).contains("audio/mpeg");
    assertThat(SoundFile.of(music.body(), "mp3", 0, 0).channels()).isEqualTo(2);
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":86400}");
    assertThat(anybody.send(anybody.to(path).GET()).statusCode()).isEqualTo(403);
  }

  @Test
  void stream_hasPiecesAndALastEventWithTheWhole() throws Exception {
    HttpResponse<byte[]> response =
        SANDBOX
            .demo()
            .postRaw(
                "/v1/music_generation",
                "application/json",
                ("{" + SONG + ",\"stream\":true,\"output_format\":\"url\"}")
                    .getBytes(StandardCharsets.UTF_8));
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    List<JsonNode> events = new ArrayList<>();
    for (String event : new String(response.body(), StandardCharsets.UTF_8).split("\n\n")) {
      assertThat(event).startsWith("data: ");
      events.add(new ObjectMapper().readTree(event.substring(6)));
    }
    assertThat(events).hasSizeGreaterThanOrEqualTo(2);
    StringBuilder pieces = new StringBuilder();
    for (JsonNode event : events.subList(0, events.size() - 1)) {
      assertThat(event.at("/data/status").asInt()).isEqualTo(1);
      pieces.append(event.at("/data/audio").asText());
    }
    byte[] streamed = HexFormat.of().parseHex(pieces);
    assertThat(SoundFile.of(streamed, "mp3", 0, 0).seconds()).isBetween(3.1, 5.0);
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.at("/data/status").asInt()).isEqualTo(2);
    assertThat(sound(last, "mp3").seconds()).isBetween(3.1, 5.0);
    assertThat(Caller.message(last)).isEqualTo("success");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"model\":\"music-3.0\",\"prompt\":\"calm piano\",\"is_instrumental\":true",
        "\"model\":\"music-2.5+\",\"prompt\":\"calm piano\",\"lyrics_optimizer\":true",
        "\"model\":\"music-2.0\",\"lyrics\":\"La\"",
        "\"model\":\"music-01\",\"lyrics\":\"[Build Up]\\n[Break]\\nla la\"",
        "\"model\":\"music-1.5\",\"prompt\":\"slow and sad\",\"lyrics\":\"la la la la\""
      })
  void whatAModelTakes_isPlayed(String fields) throws Exception {
    assertThat(sound(generate(fields), "mp3").seconds()).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"prompt\":\"calm\",\"lyrics\":\"la\"",
        "\"model\":\"music-4\",\"lyrics\":\"la\"",
        "\"model\":\"music-2.6\",\"prompt\":\"calm\"",
        "\"model\":\"music-2.6\",\"is_instrumental\":true",
        "\"model\":\"music-2.6\",\"lyrics_optimizer\":true",
        "\"model\":\"music-1.5\",\"prompt\":\"sad\",\"lyrics\":\"la la la la\"",
        "\"model\":\"music-1.5\",\"prompt\":\"slow and sad\",\"lyrics\":\"la la\"",
        "\"model\":\"music-2.6\",\"lyrics\":\"la\",\"output_format\":\"base64\"",
        "\"model\":\"music-2.6\",\"lyrics\":\"la\",\"audio_setting\":{\"format\":\"flac\"}",
        "\"model\":\"music-2.6\",\"lyrics\":\"la\",\"audio_setting\":{\"sample_rate\":8000}",
        "\"model\":\"music-2.6\",\"lyrics\":\"la\",\"audio_setting\":{\"bitrate\":96000}",
        "\"model\":\"music-2.6\",\"lyrics\":\"la\",\"stream\":true,"
            + "\"audio_setting\":{\"format\":\"wav\"}",
        "\"model\":\"music-cover\",\"prompt\":\"as a slow waltz\"",
        "\"model\":\"music-cover\",\"prompt\":\"waltz\",\"audio_url\":\"https://a.example/a.mp3\"",
        "\"model\":\"music-cover\",\"prompt\":\"as a slow waltz\",\"audio_url\":\"a.mp3\"",
        "\"model\":\"music-cover\",\"prompt\":\"as a slow waltz\",\"audio_base64\":\"!!!\"",
        "\"model\":\"music-cover\",\"prompt\":\"as a slow waltz\",\"cover_feature_id\":\"AAAA\"",
        "\"model\":\"music-cover\",\"prompt\":\"as a slow waltz\",\"lyrics\":\"la\","
            + "\"audio_url\":\"https://a.example/a.mp3\"",
        "\"model\":\"music-cover\",\"prompt\":\"as a slow waltz\",\"audio_base64\":\"AAAA\","
            + "\"audio_url\":\"https://a.example/a.mp3\""
      })
  void wrongField_isRefusedWith2013_andNothingIsCharged(String fields) throws Exception {
    assertThat(Caller.code(generate(fields))).isEqualTo(2013);
    assertThat(SANDBOX.control().get("/_sandbox/ledger").get("entries")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"music-2.6, 2000, 3500", "music-1.5, 300, 600", "music-cover, 300, 1000"})
  void promptAndLyrics_haveALongestLength(String model, int prompt, int lyrics) throws Exception {
    String fields =
        "\"model\":\"%s\",\"prompt\":\"%s\",\"lyrics\":\"%s\"%s"
            .formatted(
                model,
                "p".repeat(prompt),
                "l".repeat(lyrics),
                model.equals("music-cover") ? ",\"audio_url\":\"https://a.example/a.mp3\"" : "");
    assertThat(Caller.code(generate(fields))).isZero();
    assertThat(Caller.code(generate(fields.replace("\"pp", "\"ppp")))).isEqualTo(2013);
    assertThat(Caller.code(generate(fields.replace("\"ll", "\"lll")))).isEqualTo(2013);
  }

  @Test
  void cover_isAsLongAsTheSongItCovers_andLinksAreTakenForHalfAMinute() throws Exception {
    String wav = Base64.getEncoder().encodeToString(Sounds.wav(12, 220));
    JsonNode answer = generate(COVER + ",\"audio_base64\":\"" + wav + "\"");
    assertThat(sound(answer, "mp3").seconds()).isEqualTo(12, within(1.3));
    JsonNode linked = generate(COVER + ",\"audio_url\":\"https://a.example/a.mp3\"");
    assertThat(sound(linked, "mp3").seconds()).isEqualTo(30, within(1.3));
  }

  @ParameterizedTest
  @CsvSource({"5.9, 2013", "6.1, 0", "359, 0", "361, 2013"})
  void coveredSong_lasts6SecondsTo6Minutes(double seconds, int code) throws Exception {
    String wav = Base64.getEncoder().encodeToString(Sounds.wav(seconds, 220));
    JsonNode answer =
        post(
            "/v1/music_cover_preprocess",
            "\"model\":\"music-cover\",\"audio_base64\":\"" + wav + "\"");
    assertThat(Caller.code(answer)).isEqualTo(code);
  }

  @Test
  void preparedSong_canBeCoveredFor24HoursByItsOwner() throws Exception {
    String wav = Base64.getEncoder().encodeToString(Sounds.wav(9, 220));
    JsonNode prepared =
        post(
            "/v1/music_cover_preprocess",
            "\"model\":\"music-cover\",\"audio_base64\":\"" + wav + "\"");
    assertThat(prepared.get("audio_duration").asDouble()).isEqualTo(9, within(0.01));
    assertThat(prepared.get("formatted_lyrics").asText()).contains("[Chorus]");
    assertThat(prepared.get("structure_result").isTextual()).isTrue();
    assertThat(new ObjectMapper().readTree(prepared.get("structure_result").asText())).hasSize(3);
    String feature =
        COVER + ",\"cover_feature_id\":\"" + prepared.get("cover_feature_id").asText() + "\"";
    assertThat(sound(generate(feature), "mp3").seconds()).isEqualTo(9, within(1.3));
    assertThat(Caller.code(SANDBOX.other().post("/v1/music_generation", "{" + feature + "}")))
        .isEqualTo(2013);
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":86400}");
    assertThat(Caller.code(generate(feature))).isEqualTo(2013);
  }

  @Test
  void lyrics_areWrittenAndEdited() throws Exception {
    JsonNode song =
        post(
            "/v1/lyrics_generation", "\"mode\":\"write_full_song\",\"prompt\":\"old ferry, folk\"");
    assertThat(song.get("song_title").asText()).isEqualTo("Old ferry, folk");
    assertThat(song.get("style_tags").asText()).isEqualTo("folk");
    assertThat(song.get("lyrics").asText()).contains("[Verse]").contains("old ferry");
    JsonNode edited =
        post(
            "/v1/lyrics_generation",
            "\"mode\":\"edit\",\"lyrics\":\"[Verse]\\nla\",\"prompt\":\"rain\",\"title\":\"Low\"");
    assertThat(edited.get("song_title").asText()).isEqualTo("Low");
    assertThat(edited.get("lyrics").asText()).startsWith("[Verse]\nla\n[Bridge]").contains("rain");
    assertThat(Caller.code(post("/v1/lyrics_generation", "\"prompt\":\"rain\""))).isEqualTo(2013);
    assertThat(Caller.code(post("/v1/lyrics_generation", "\"mode\":\"sing\""))).isEqualTo(2013);
    String longPrompt = "\"mode\":\"edit\",\"prompt\":\"" + "p".repeat(2001) + "\"";
    assertThat(Caller.code(post("/v1/lyrics_generation", longPrompt))).isEqualTo(2013);
  }

  @Test
  void music_isCharged_butNotThatOfFreeModels() throws Exception {
    generate(SONG);
    generate(SONG.replace("music-2.6", "music-2.6-free"));
    post("/v1/lyrics_generation", "\"mode\":\"write_full_song\",\"prompt\":\"rain\"");
    JsonNode total = SANDBOX.control().get("/_sandbox/ledger").at("/totals/music");
    assertThat(total.get("count").asInt()).isEqualTo(3);
    assertThat(total.get("amount").asText()).isEqualTo("1.05");
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\",\"balance\":\"0\"}");
    assertThat(Caller.code(generate(SONG))).isEqualTo(1008);
    assertThat(Caller.code(generate(SONG.replace("music-2.6", "music-2.6-free")))).isZero();
  }

  @Test
  void prohibitedLyrics_areRefused() throws Exception {
    assertThat(Caller.code(generate(SONG.replace("Home", "prohibited-content")))).isEqualTo(1026);
  }
}
