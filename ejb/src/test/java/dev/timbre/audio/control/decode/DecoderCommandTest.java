package dev.timbre.audio.control.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.audio.control.header.Headers;
import dev.timbre.audio.entity.AudioFormat;
import dev.timbre.audio.entity.AudioFormat.Container;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderCommandTest {

  private static final Path FILE = Path.of("/var/lib/timbre/-i evil.mp3");

  private static List<String> words(DecoderSettings settings, Container container, int rate) {
    Headers headers = new Headers(new AudioFormat(container, "any", 44_100, 2), 12);
    return new DecoderCommand(settings).of(new DecodeRequest(FILE, headers, rate));
  }

  @ParameterizedTest
  @CsvSource({"WAV, wav", "MP3, mp3", "M4A, mov"})
  void systemFfmpeg_isToldTheDemuxerAndItsLimits(Container container, String demuxer) {
    List<String> words = words(DecoderSettings.system(Path.of("/usr/bin/ffmpeg")), container, 0);

    assertThat(words)
        .containsSubsequence(
            "/usr/bin/ffmpeg",
            "-nostdin",
            "-max_alloc",
            "-protocol_whitelist",
            "file,pipe",
            "-codec_whitelist",
            "-f",
            demuxer,
            "-i",
            "file:" + FILE,
            "-map",
            "0:a:0",
            "-t",
            "12.500",
            "pipe:1")
        .doesNotContain("-ar");
  }

  @ParameterizedTest
  @CsvSource({"32000", "24000"})
  void wantedRate_isPassedOn(int rate) {
    assertThat(words(DecoderSettings.system(Path.of("/usr/bin/ffmpeg")), Container.MP3, rate))
        .containsSequence("-ar", Integer.toString(rate));
    assertThat(words(DecoderSettings.bundled("lib/*", Path.of("/cache")), Container.MP3, rate))
        .containsSequence("dev.timbre.audio.decoder.DecoderProcess", "mp3")
        .endsWith(FILE.toString(), "12.5", Integer.toString(rate));
  }

  @ParameterizedTest
  @CsvSource({"pcm_s16le, 0, pcm_s16le", "pcm_s16le, 32000, pcm_f32le", "aac, 0, pcm_f32le"})
  void systemFfmpeg_writesSixteenBitsOnlyWhereTheyHoldEverything(
      String codec, int rate, String written) {
    Headers headers = new Headers(new AudioFormat(Container.WAV, codec, 44_100, 2), 12);
    DecoderSettings settings = DecoderSettings.system(Path.of("/usr/bin/ffmpeg"));

    assertThat(new DecoderCommand(settings).of(new DecodeRequest(FILE, headers, rate)))
        .containsSequence("-c:a", written);
  }

  @Test
  void bundledDecoder_findsRelativeClassPathsFromItsOwnDirectory() {
    DecoderSettings settings = DecoderSettings.bundled("lib/*:/opt/a.jar", Path.of("cache"));
    Path here = Path.of("").toAbsolutePath();

    assertThat(words(settings, Container.MP3, 0))
        .contains("-Dorg.bytedeco.javacpp.cachedir=" + here.resolve("cache"))
        .containsSequence("-cp", here.resolve("lib/*") + ":/opt/a.jar");
  }
}
