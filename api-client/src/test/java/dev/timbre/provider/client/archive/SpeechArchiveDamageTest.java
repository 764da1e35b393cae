package dev.timbre.provider.client.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no result of a long speech is refused, whatever it is. */
class SpeechArchiveDamageTest {

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

  private void assertDamaged(byte[] file, String why) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DamagedArchive.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"base_resp\":{}}", "\n <html>", "[]"})
  void downloadThatIsNeither_isDamaged(String content) {
    assertDamaged(content.getBytes(StandardCharsets.UTF_8), "neither a tar archive nor audio");
    assertThat(copied).isEmpty();
  }

  @Test
  void archiveWithoutAudio_isDamaged() throws IOException {
    assertDamaged(new Tar().file("t/a.titles", TITLES).bytes(), "no audio");
    assertDamaged(new Tar().file("t/a.mp3", "").file("t/a.extra", EXTRA).bytes(), "no audio");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/cron.d/a.mp3", "/etc/passwd.mp3", "t/../../a.mp3", "t\\..\\a.mp3"})
  void pathThatLeadsOut_isDamaged(String path) throws IOException {
    assertDamaged(new Tar().file(path, AUDIO).bytes(), "leads out of the archive");
    assertThat(copied).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      bytes = {
        TarConstants.LF_SYMLINK,
        TarConstants.LF_LINK,
        TarConstants.LF_CHR,
        TarConstants.LF_BLK,
        TarConstants.LF_FIFO,
        'Z'
      })
  void entryThatIsNoPlainFile_isDamaged(byte kind) throws IOException {
    assertDamaged(new Tar().special("t/a.mp3", kind).bytes(), "no plain file");
    assertThat(copied).isEmpty();
  }

  @Test
  void sameNameTwice_isDamaged() throws IOException {
    assertDamaged(
        new Tar().file("t/a.mp3", AUDIO).file("u/a.mp3", AUDIO).bytes(), "two entries are named");
  }

  @Test
  void entriesWithoutEnd_areDamaged() throws IOException {
    Tar tar = new Tar().file("t/a.mp3", AUDIO);
    for (int i = 0; i < 1_000; i++) {
      tar.file("t/" + i + ".txt", "");
    }

    assertDamaged(tar.bytes(), "more than 1000 entries");
  }

  @Test
  void sideFileWithoutMeasure_isDamaged() throws IOException {
    assertDamaged(
        new Tar().file("t/a.titles", new byte[16 * 1024 * 1024 + 1]).bytes(),
        "larger than 16777216 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      bytes = {
        TarConstants.LF_GNUTYPE_LONGNAME,
        TarConstants.LF_GNUTYPE_LONGLINK,
        TarConstants.LF_PAX_EXTENDED_HEADER_LC
      })
  void headerWithoutMeasure_isDamaged(byte kind) throws IOException {
    byte[] attribute =
        ("1999999 path=" + "a".repeat(1_999_985) + "\n").getBytes(StandardCharsets.US_ASCII);

    assertDamaged(
        new Tar().attribute(kind, attribute).file("t/a.mp3", AUDIO).bytes(),
        "header of an entry is longer than 1048576 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"77777777777", "99999999999", "-0000000001", "           "})
  void sizeThatIsALie_isDamaged(String size) throws IOException {
    byte[] tar = new Tar().file("t/a.mp3", AUDIO).file("t/a.extra", EXTRA).bytes();
    System.arraycopy(size.getBytes(StandardCharsets.US_ASCII), 0, tar, 124, 11);

    assertThatThrownBy(() -> read(tar)).isInstanceOf(DamagedArchive.class);
  }

  @Test
  void archiveCutInTheAudio_isDamagedAndSaysWhere() throws IOException {
    byte[] tar = new Tar().file("t/a.mp3", new byte[100_000]).bytes();

    assertDamaged(Arrays.copyOf(tar, 50_000), "entry a.mp3 is cut off");
    assertThat(copied.get("a.mp3").size()).isLessThan(50_000);
  }

  @Property(tries = 300)
  void archiveCutAnywhere_isReadOrDamagedButNeverAnythingElse(
      @ForAll @IntRange(min = 0, max = 4_000) int length) throws IOException {
    byte[] tar =
        new Tar()
            .file("t/a.mp3", AUDIO)
            .file("t/a.titles", TITLES)
            .file("t/a.extra", EXTRA)
            .bytes();
    readOrRefuse(Arrays.copyOf(tar, length));
  }

  @Property(tries = 500)
  void archiveWithAWrongByte_isReadOrDamagedButNeverAnythingElse(
      @ForAll @IntRange(min = 0, max = 3_500) int position, @ForAll byte wrong) throws IOException {
    byte[] tar =
        new Tar()
            .file("t/a.mp3", AUDIO)
            .file("t/a.titles", TITLES)
            .file("t/a.extra", EXTRA)
            .bytes();
    tar[position] = wrong;
    readOrRefuse(tar);
  }

  private void readOrRefuse(byte[] file) throws IOException {
    copied.clear();
    Path path = Files.write(Files.createTempFile("archive", ".test"), file);
    try {
      LongSpeechResult result =
          SpeechArchive.read(path, "a.tar", name -> OutputStream.nullOutputStream());
      assertThat(result.audio()).isNotEmpty();
    } catch (DamagedArchive refused) {
      assertThat(refused).hasMessageNotContaining("null");
    } finally {
      Files.delete(path);
    }
  }
}
