package dev.timbre.speech.control.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.audio.control.fixture.Sample;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels, read back by FFmpeg. */
class LabelledAudioTest {

  private static final UUID SPEECH = UUID.fromString("019a9f8a-ca1f-7f5c-bd6c-ca55861d5e69");
  private static final AigcLabel LABEL = AigcLabel.of("Ächte 声音 GmbH", SPEECH);

  @TempDir Path directory;

  private static byte[] sample(String name) throws IOException {
    return Files.readAllBytes(Sample.DIRECTORY.resolve(name));
  }

  private static byte[] labelled(byte[] audio, String format, int piece, boolean strict)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LabelledAudio labelled = LabelledAudio.into(out, format, LABEL, strict);
    for (int at = 0; at < audio.length; at += piece) {
      labelled.write(audio, at, Math.min(piece, audio.length - at));
    }
    labelled.end();
    return out.toByteArray();
  }

  private Path file(byte[] bytes, String format) throws IOException {
    Path file = Files.createTempFile(directory, "labelled", "." + format);
    return Files.write(file, bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "mp3, valid/jfk_en_stereo_44k1_cbr128.mp3",
    "mp3, valid/lj_en_mono_44k1_vbr_xing.mp3",
    "mp3, valid/espeak_zh_mono_22k05_cbr40.mp3",
    "mp3, edge/id3v2_large_art.mp3",
    "mp3, edge/id3v1_ape_trailer.mp3",
    "wav, valid/jfk_en_mono_16k_s16.wav",
    "wav, edge/wav_s24_extensible.wav",
    "wav, edge/wav_float32.wav",
    "wav, edge/wav_streamed_ffffffff.wav",
    "wav, edge/wav_extra_chunks_odd_padding_u8.wav",
    "flac, bad/flac_renamed.wav"
  })
  void label_isReadBackAndTheSoundIsUntouched(String format, String name) throws Exception {
    byte[] audio = sample(name);

    byte[] labelled = labelled(audio, format, 7_001, true);

    Played before = Played.of(file(audio, format));
    Played after = Played.of(file(labelled, format));
    assertThat(after.label()).isEqualTo(LABEL.json());
    // pictures, which FFmpeg counts as a packet, go with the provider's tag
    if (!name.contains("art")) {
      assertThat(after.packets()).isEqualTo(before.packets());
      assertThat(after.sound()).isEqualTo(before.sound());
    }
    assertThat(after.packets()).isGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 11, 4096, 1_000_000})
  void label_isTheSameHoweverTheAudioIsCut(int piece) throws IOException {
    byte[] mp3 = Arrays.copyOf(sample("valid/jfk_en_stereo_44k1_cbr128.mp3"), 20_000);
    byte[] wav = Arrays.copyOf(sample("valid/jfk_en_mono_16k_s16.wav"), 20_000);
    byte[] flac = Arrays.copyOf(sample("bad/flac_renamed.wav"), 20_000);

    assertThat(labelled(mp3, "mp3", piece, true)).isEqualTo(labelled(mp3, "mp3", 20_000, true));
    assertThat(labelled(wav, "wav", piece, true)).isEqualTo(labelled(wav, "wav", 20_000, true));
    assertThat(labelled(flac, "flac", piece, true)).isEqualTo(labelled(flac, "flac", 20_000, true));
  }

  @ParameterizedTest
  @CsvSource({
    "mp3, bad/html_renamed.wav",
    "mp3, bad/random_bytes.mp3",
    "mp3, bad/id3_declared_256mb.mp3",
    "mp3, bad/one_byte.mp3",
    "mp3, valid/jfk_en_mono_16k_s16.wav",
    "wav, bad/empty.wav",
    "wav, bad/zip_renamed.wav",
    "wav, bad/wav_header_bomb.wav",
    "wav, valid/jfk_en_stereo_44k1_cbr128.mp3",
    "flac, valid/jfk_en_mono_16k_s16.wav",
    "flac, bad/empty.wav"
  })
  void oddAudio_passesAsItIsOrNotAtAll(String format, String name) throws IOException {
    byte[] audio = sample(name);

    assertThat(labelled(audio, format, 5_000, false)).isEqualTo(audio);
    assertThat(labelled(audio, format, 5_000, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp3", "wav", "flac"})
  void damagedHeads_neverBreakTheAudio(String format) throws IOException {
    byte[] audio =
        Arrays.copyOf(
            sample(
                format.equals("mp3")
                    ? "edge/id3v2_large_art.mp3"
                    : format.equals("wav")
                        ? "edge/wav_extra_chunks_odd_padding_u8.wav"
                        : "bad/flac_renamed.wav"),
            30_000);
    Random random = new Random(20_261_120);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = audio.clone();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        damaged[random.nextInt(100)] = (byte) random.nextInt();
      }

      byte[] out = labelled(damaged, format, 30_000, false);

      // labelled or as it was, but the sound is all there
      byte[] end = Arrays.copyOfRange(damaged, 29_000, 30_000);
      assertThat(Arrays.copyOfRange(out, out.length - 1_000, out.length)).isEqualTo(end);
    }
  }

  @Test
  void formatsWithoutRoom_carryNone() {
    assertThat(LabelledAudio.carries("pcm")).isFalse();
    assertThat(LabelledAudio.carries("mp3")).isTrue();
  }

  @Test
  void label_isAsciiWhateverTheProducerIsCalled() {
    assertThat(LABEL.json()).isPrintable().contains("\\u58f0\\u97f3", SPEECH.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "mp3, valid/jfk_en_stereo_44k1_cbr128.mp3",
    "wav, valid/jfk_en_mono_16k_s16.wav",
    "flac, bad/flac_renamed.wav"
  })
  void labelOfAFile_claimsItsSpeech(String format, String name) throws IOException {
    byte[] labelled = labelled(sample(name), format, 4_096, true);

    assertThat(LabelClaim.find(file(labelled, format))).contains(SPEECH);
    assertThat(LabelClaim.find(file(sample(name), format))).isEmpty();
    assertThat(LabelClaim.find(file(new byte[0], format))).isEmpty();
  }

  @Test
  void labelAtTheEnd_isFoundToo() throws IOException {
    ByteArrayOutputStream padded = new ByteArrayOutputStream();
    new ByteArrayInputStream(new byte[3_000_000]).transferTo(padded);
    padded.writeBytes(("{\"AIGC\":" + LABEL.json() + "}").getBytes(StandardCharsets.US_ASCII));

    assertThat(LabelClaim.find(file(padded.toByteArray(), "m4a"))).contains(SPEECH);
  }
}
