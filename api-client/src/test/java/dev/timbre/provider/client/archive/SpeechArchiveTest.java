package dev.timbre.provider.client.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.wire.speech.AudioFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechArchiveTest {

  private static final String TITLES =
      "[{\"text\":\"Platform two\",\"time_begin\":0,\"time_end\":812.5},"
          + "{\"text\":\"is closed.\",\"time_begin\":\"812.5\",\"time_end\":1120,\"new\":1}]";
  private static final String EXTRA =
      "{\"audio_length\":1120,\"audio_sample_rate\":32000,\"audio_size\":5,\"bitrate\":128000,"
          + "\"word_count\":3,\"usage_characters\":14,\"audio_format\":\"mp3\",\"audio_channel\":2}";
  private static final byte[] AUDIO = {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0, 1};

  @TempDir static Path folder;

  private final Map<String, ByteArrayOutputStream> copied = new LinkedHashMap<>();

  private LongSpeechResult read(byte[] file) throws IOException {
    return read(file, "297900000000001.tar");
  }

  private LongSpeechResult read(byte[] file, String name) throws IOException {
    Path path = Files.write(Files.createTempFile(folder, "result", ""), file);
    return SpeechArchive.read(
        path,
        name,
        audio -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          assertThat(copied.put(audio, out)).isNull();
          return out;
        });
  }

  @Test
  void archiveOfAText_isReadWithSubtitlesAndFigures() throws IOException {
    LongSpeechResult result =
        read(
            new Tar()
                .special("297900000000001/", TarConstants.LF_DIR)
                .file("297900000000001/297900000000001.mp3", AUDIO)
                .file("297900000000001/297900000000001.titles", "\ufeff" + TITLES)
                .file("297900000000001/297900000000001.extra", EXTRA)
                .bytes());

    SpokenFile spoken = result.audio().get(0);
    assertThat(result.audio()).hasSize(1);
    assertThat(result.notUnderstood()).isEmpty();
    assertThat(spoken.name()).isEqualTo("297900000000001.mp3");
    assertThat(spoken.bytes()).isEqualTo(5);
    assertThat(spoken.format()).contains(AudioFormat.MP3);
    assertThat(copied.get("297900000000001.mp3").toByteArray()).isEqualTo(AUDIO);
    assertThat(spoken.subtitles())
        .containsExactly(
            new SubtitleLine(
                "Platform two",
                Optional.of(Duration.ZERO),
                Optional.of(Duration.ofNanos(812_500_000))),
            new SubtitleLine(
                "is closed.",
                Optional.of(Duration.ofNanos(812_500_000)),
                Optional.of(Duration.ofMillis(1120))));
    assertThat(spoken.info().length()).contains(Duration.ofMillis(1120));
    assertThat(spoken.info().channels()).hasValue(2);
    assertThat(spoken.metering().usageCharacters()).hasValue(14);
  }

  @Test
  void archiveOfPieces_keepsNineFilesApart() throws IOException {
    Tar tar = new Tar();
    for (String part : new String[] {"title", "content", "extra"}) {
      tar.file("task/" + part + ".titles", TITLES)
          .file("task/" + part + ".extra", EXTRA)
          .file("task/" + part + ".mp3", part);
    }

    LongSpeechResult result = read(tar.bytes());

    assertThat(result.audio())
        .extracting(SpokenFile::name)
        .containsExactly("title.mp3", "content.mp3", "extra.mp3");
    assertThat(result.audio())
        .allSatisfy(
            spoken -> {
              assertThat(spoken.subtitles()).hasSize(2);
              assertThat(spoken.metering().usageCharacters()).hasValue(14);
            });
    assertThat(copied.get("content.mp3")).hasToString("content");
    assertThat(result.notUnderstood()).isEmpty();
  }

  @Test
  void filesInDeeperDirectories_areToldApart() throws IOException {
    LongSpeechResult result =
        read(new Tar().file("task/一/a.mp3", "1").file("task/二/a.mp3", "2").bytes());

    assertThat(result.audio()).extracting(SpokenFile::name).containsExactly("一_a.mp3", "二_a.mp3");
  }

  @Test
  void loneSideFiles_belongToTheLoneRecording() throws IOException {
    LongSpeechResult result =
        read(
            new Tar()
                .file("t/a.mp3", AUDIO)
                .file("t/b.titles", TITLES)
                .file("t/c.extra", EXTRA)
                .bytes());

    assertThat(result.audio().get(0).subtitles()).hasSize(2);
    assertThat(result.audio().get(0).info().sampleRate()).hasValue(32000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[", "nonsense", "[[[", "null"})
  void sideFilesThatCannotBeRead_doNotCostTheAudio(String damaged) throws IOException {
    LongSpeechResult result =
        read(
            new Tar()
                .file("t/a.titles", damaged)
                .file("t/a.extra", "[" + damaged)
                .file("t/readme.txt", "hello")
                .file("t/a.mp3", AUDIO)
                .bytes());

    assertThat(result.audio()).hasSize(1);
    assertThat(result.audio().get(0).subtitles()).isEmpty();
    assertThat(result.audio().get(0).metering().usageCharacters()).isEmpty();
    assertThat(result.notUnderstood()).containsExactly("a.titles", "a.extra", "readme.txt");
  }

  @Test
  void subtitleLines_areReadWithGoodWill() throws IOException {
    LongSpeechResult result =
        read(
            new Tar()
                .file("t/a.mp3", AUDIO)
                .file(
                    "t/a.titles",
                    "[1,null,{},{\"text\":\"a\",\"time_begin\":-1,\"time_end\":1e300},"
                        + "{\"text\":\"b\",\"time_begin\":null}]")
                .bytes());

    assertThat(result.audio().get(0).subtitles())
        .containsExactly(
            new SubtitleLine("a", Optional.empty(), Optional.empty()),
            new SubtitleLine("b", Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "ID3x,result,result.mp3,mp3",
    "RIFF,297900000000001.tar,297900000000001.wav,wav",
    "fLaC,a.mp3,a.mp3,mp3",
    "OggS,a,a.opus,opus",
    "{{{{,a.pcm,a.pcm,pcm",
    "....,a,a,",
    "..,.../../x,_.._.._x,",
  })
  void bareAudio_isToldByItsNameOrItsBytes(
      String content, String name, String expected, String format) throws IOException {
    LongSpeechResult result = read(content.getBytes(StandardCharsets.US_ASCII), name);

    assertThat(copied).containsOnlyKeys(expected);
    assertThat(copied.get(expected)).hasToString(content);
    assertThat(result.audio().get(0).format())
        .isEqualTo(Optional.ofNullable(format).map(AudioFormat::new));
  }

  @Test
  void longName_isCutAtItsFront() throws IOException {
    LongSpeechResult result = read(new Tar().file("t/" + "a".repeat(300) + ".mp3", AUDIO).bytes());

    assertThat(result.audio().get(0).name()).hasSize(100).endsWith("aaa.mp3");
  }

  @Test
  void sink_isClosedAlsoWhenTheArchiveIsDamaged() throws IOException {
    byte[] tar = new Tar().file("t/a.mp3", new byte[100_000]).bytes();
    Path path = Files.write(folder.resolve("cut.tar"), Arrays.copyOf(tar, 50_000));
    StringBuilder calls = new StringBuilder();

    assertThatThrownBy(
            () ->
                SpeechArchive.read(
                    path,
                    "a.tar",
                    name ->
                        new ByteArrayOutputStream() {
                          @Override
                          public void close() {
                            calls.append("closed");
                          }
                        }))
        .isInstanceOf(DamagedArchive.class);
    assertThat(calls).hasToString("closed");
  }

  @Test
  void sinkThatFails_isOurOwnFault() throws IOException {
    Path path = Files.write(folder.resolve("good.tar"), new Tar().file("t/a.mp3", AUDIO).bytes());

    assertThatThrownBy(
            () ->
                SpeechArchive.read(
                    path,
                    "a.tar",
                    name -> {
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("disk full");
  }
}
