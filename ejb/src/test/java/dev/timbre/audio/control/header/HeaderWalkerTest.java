package dev.timbre.audio.control.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.audio.control.fixture.Sample;
import dev.timbre.audio.control.fixture.WavFile;
import dev.timbre.audio.entity.AudioFormat;
import dev.timbre.audio.entity.AudioFormat.Container;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderWalkerTest {

  private static RecordingRule refusal(byte[] bytes, String name) {
    RecordingRejected rejected =
        catchThrowableOfType(RecordingRejected.class, () -> HeaderWalker.walk(bytes, name));
    assertThat(rejected).isNotNull();
    return rejected.rule();
  }

  @ParameterizedTest
  @CsvSource({
    "valid/jfk_en_mono_16k_s16.wav, voice.mp3",
    "valid/jfk_en_mono_16k_s16.wav, voice.wav.M4A",
    "valid/lj_en_mono_22k05_cbr48.mp3, voice.WAV",
    "valid/lj_en_mono_44k1_aac48.m4a, voice.mp4",
    "valid/lj_en_mono_44k1_aac48.m4a, voice.ogg",
  })
  void nameOfAnotherFormat_isRefused(String sample, String name) {
    assertThat(refusal(Sample.named(sample).bytes(), name)).isEqualTo(RecordingRule.NAME_MISMATCH);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"null", "''", "recording", "take.2", "Anna Müller.WAV", ".wav", "a/b\\c.wave"})
  void nameThatFitsOrSaysNothing_isAccepted(String name) {
    byte[] wav = Sample.named("valid/jfk_en_mono_16k_s16.wav").bytes();

    assertThat(HeaderWalker.walk(wav, name).format().container()).isEqualTo(Container.WAV);
  }

  @Test
  void monoInM4a_isReadFromTheCodecConfiguration() {
    byte[] m4a = Sample.named("valid/lj_en_mono_44k1_aac48.m4a").bytes();

    assertThat(HeaderWalker.walk(m4a, null).format())
        .isEqualTo(new AudioFormat(Container.M4A, "aac", 44_100, 1));
  }

  @Test
  void streamedWav_countsTheBytesPresent() {
    byte[] zero = WavFile.pcm(8_000, 1, 16).seconds(2).declaring(0).build();
    byte[] all = WavFile.pcm(8_000, 1, 16).seconds(2).declaring(0xFFFFFFFFL).build();
    byte[] more = WavFile.pcm(8_000, 1, 16).seconds(2).declaring(1 << 30).build();

    assertThat(HeaderWalker.walk(zero, null).seconds()).isEqualTo(2);
    assertThat(HeaderWalker.walk(all, null).seconds()).isEqualTo(2);
    assertThat(HeaderWalker.walk(more, null).seconds()).isEqualTo(2);
  }

  @Test
  void wavWithChunkAfterSound_keepsItsLength() {
    byte[] wav = WavFile.pcm(8_000, 1, 8).data(new byte[8_001]).build();
    byte[] list = WavFile.chunk("LIST", new byte[5]);

    byte[] padded = WavFile.join(wav, new byte[1], list);
    byte[] unpadded = WavFile.join(wav, list);

    assertThat(HeaderWalker.walk(padded, null).seconds()).isEqualTo(8_001 / 8_000.0);
    assertThat(HeaderWalker.walk(unpadded, null).seconds()).isEqualTo(8_001 / 8_000.0);
  }

  @Test
  void wavWithSecondSound_isRefused() {
    byte[] wav =
        WavFile.join(
            WavFile.pcm(8_000, 1, 16).seconds(1).build(), WavFile.chunk("data", new byte[800]));

    assertThat(refusal(wav, null)).isEqualTo(RecordingRule.HEADER_INCONSISTENT);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 16, 8000, 3, CHANNELS_NOT_ACCEPTED",
    "1, 16, 7999, 1, SAMPLE_RATE_NOT_ACCEPTED",
    "1, 16, 192001, 1, SAMPLE_RATE_NOT_ACCEPTED",
    "1, 12, 8000, 2, CODEC_NOT_ACCEPTED",
    "3, 16, 8000, 1, CODEC_NOT_ACCEPTED",
    "80, 16, 8000, 1, CODEC_NOT_ACCEPTED",
  })
  void wavOutsideTheLimits_isRefusedWithTheRule(
      int tag, int bits, int rate, int channels, RecordingRule rule) {
    byte[] wav = WavFile.pcm(rate, channels, bits).tag(tag).data(new byte[4_000]).build();

    assertThat(refusal(wav, "x.wav")).isEqualTo(rule);
  }

  @Test
  void mp3WithoutItsLastFrames_isTruncated() {
    byte[] mp3 = Sample.named("valid/lj_en_mono_44k1_vbr_xing.mp3").bytes();
    byte[] cut = Arrays.copyOf(mp3, mp3.length * 9 / 10);

    assertThat(refusal(cut, "x.mp3")).isEqualTo(RecordingRule.TRUNCATED);
  }

  @Test
  void twoMp3FilesInOne_areRefusedBecauseReadersDisagree() {
    byte[] mp3 = Sample.named("valid/lj_en_mono_44k1_vbr_xing.mp3").bytes();

    assertThat(refusal(WavFile.join(mp3, mp3), "x.mp3"))
        .isEqualTo(RecordingRule.HEADER_INCONSISTENT);
  }

  @Test
  void playlistInFrontOfMp3Frames_isRefused() {
    byte[] playlist = "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n".getBytes(StandardCharsets.UTF_8);
    byte[] mp3 = Sample.named("valid/lj_en_mono_22k05_cbr48.mp3").bytes();

    assertThat(refusal(WavFile.join(playlist, mp3), "x.mp3"))
        .isEqualTo(RecordingRule.CONTAINER_NOT_ACCEPTED);
  }

  @Test
  void unknownContentUnderAWavName_isNotTakenForMp3() {
    byte[] unknown = ".snd and something".getBytes(StandardCharsets.UTF_8);

    assertThat(refusal(unknown, "x.wav")).isEqualTo(RecordingRule.CONTAINER_NOT_ACCEPTED);
  }

  @Test
  void gapInTheTimesOfAnM4a_doesNotLengthenIt() {
    byte[] m4a = Sample.named("edge/moov_at_start.m4a").bytes();
    double before = HeaderWalker.walk(m4a.clone(), null).seconds();
    // The first sample of the table now lasts 20 s, and so does the edit list.
    int times = indexOf(m4a, "stts") + 4;
    putInt(m4a, times + 12, 20 * 44_100);
    int edits = indexOf(m4a, "elst") + 4;
    putInt(m4a, edits + 8, 1_000_000);

    assertThat(HeaderWalker.walk(m4a, null).seconds()).isBetween(before, before + 0.025);
  }

  @Test
  void m4aWhoseTablesDisagree_isRefused() {
    byte[] m4a = Sample.named("edge/moov_at_start.m4a").bytes();
    int times = indexOf(m4a, "stts") + 4;
    putInt(m4a, times + 8, 3);

    assertThat(refusal(m4a, "x.m4a")).isEqualTo(RecordingRule.HEADER_INCONSISTENT);
  }

  @Test
  void m4aWithAForgedCount_isRefusedWithoutBelievingIt() {
    for (String table : new String[] {"stts", "stsc", "stco"}) {
      byte[] m4a = Sample.named("edge/moov_at_start.m4a").bytes();
      putInt(m4a, indexOf(m4a, table) + 8, 1 << 30);

      assertThat(refusal(m4a, "x.m4a")).as(table).isEqualTo(RecordingRule.HEADER_INCONSISTENT);
    }
  }

  @Test
  void quickTimeFilm_isRefusedByItsBrand() {
    byte[] m4a = Sample.named("edge/moov_at_start.m4a").bytes();
    System.arraycopy("qt  ".getBytes(StandardCharsets.US_ASCII), 0, m4a, 8, 4);

    assertThat(refusal(m4a, "x.m4a")).isEqualTo(RecordingRule.CONTAINER_NOT_ACCEPTED);
  }

  private static int indexOf(byte[] bytes, String type) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type);
  }

  private static void putInt(byte[] bytes, int at, int value) {
    ByteBuffer.wrap(bytes).putInt(at, value);
  }
}
