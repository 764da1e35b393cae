package dev.timbre.audio.control;

import static dev.timbre.audio.entity.RecordingPurpose.CLONE_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.timbre.audio.control.decode.Decoder;
import dev.timbre.audio.control.decode.Decoders;
import dev.timbre.audio.control.fixture.Sample;
import dev.timbre.audio.control.fixture.WavFile;
import dev.timbre.audio.control.header.HeaderWalker;
import dev.timbre.audio.control.header.Headers;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What preflight hands on: the normalised audio and the waveform. */
class PreflightAudioTest {

  private static final int HEADER_BYTES = 44;
  private static final Preflight PREFLIGHT = new Preflight(new Decoder(Decoders.bundled()));

  @TempDir Path work;

  private PreflightResult inspect(String name) {
    Path file = Sample.named(name).path();
    return PREFLIGHT.inspect(file, name, CLONE_SOURCE, work);
  }

  private PreflightResult inspect(byte[] wav) throws IOException {
    Path file = Files.write(work.resolve("upload"), wav);
    return PREFLIGHT.inspect(file, "generated.wav", CLONE_SOURCE, work);
  }

  private static double rms(Path wav) throws IOException {
    byte[] bytes = Files.readAllBytes(wav);
    ShortBuffer samples =
        ByteBuffer.wrap(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer();
    double squares = 0;
    int count = samples.remaining();
    while (samples.hasRemaining()) {
      double value = samples.get() / 32768.0;
      squares += value * value;
    }
    return Math.sqrt(squares / count);
  }

  @Test
  void sixteenBitMono_passesThroughUnchanged() throws IOException {
    byte[] original = Sample.named("quality/clean_reference.wav").bytes();

    byte[] normalised = Files.readAllBytes(inspect("quality/clean_reference.wav").normalised());

    assertThat(Arrays.copyOfRange(normalised, HEADER_BYTES, normalised.length))
        .isEqualTo(Arrays.copyOfRange(original, HEADER_BYTES, original.length));
  }

  @ParameterizedTest
  @CsvSource({
    "valid/kerstin_de_stereo_48k_aac72.m4a, 48000, 24.0",
    "edge/dur_5min00_exact.m4a, 16000, 300.0",
    "edge/wav_streamed_ffffffff.wav, 8000, 10.4",
    "edge/wav_ima_adpcm_8k.wav, 8000, 12.246",
  })
  void normalisedAudio_isAcceptableItself(String name, int rate, double seconds)
      throws IOException {
    Path normalised = inspect(name).normalised();

    Headers headers = HeaderWalker.walk(Files.readAllBytes(normalised), "normalised.wav");
    assertThat(headers.format().channels()).isEqualTo(1);
    assertThat(headers.format().codec()).isEqualTo("pcm_s16le");
    assertThat(headers.format().sampleRate()).isEqualTo(rate);
    assertThat(headers.seconds()).isCloseTo(seconds, within(0.001));
    try (var left = Files.list(work)) {
      assertThat(left).containsExactly(normalised);
    }
  }

  @Test
  void antiphaseChannels_doNotCancelEachOther() throws IOException {
    assertThat(rms(inspect("quality/antiphase_stereo.m4a").normalised())).isGreaterThan(0.05);
  }

  @Test
  void deadChannel_doesNotHalveTheLevel() throws IOException {
    byte[] both = WavFile.pcm(16_000, 2, 16).sine(11, 440, 0.5).build();
    for (int i = HEADER_BYTES; i < both.length; i += 4) {
      both[i] = 0;
      both[i + 1] = 0;
    }

    assertThat(rms(inspect(both).normalised())).isCloseTo(0.5 / Math.sqrt(2), within(0.001));
  }

  @Test
  void longRecordingAtAHighRate_isResampledToFit() throws IOException {
    byte[] wav = WavFile.pcm(48_000, 1, 8).data(new byte[300 * 48_000]).build();

    Path normalised = inspect(wav).normalised();

    Headers headers = HeaderWalker.walk(Files.readAllBytes(normalised), null);
    assertThat(headers.format().sampleRate()).isEqualTo(32_000);
    assertThat(headers.seconds()).isCloseTo(300, within(0.01));
    assertThat(Files.size(normalised)).isLessThanOrEqualTo(RecordingPurpose.MAX_BYTES);
  }

  @Test
  void fileAtTheSizeLimit_isAccepted() throws IOException {
    PreflightResult result = inspect(wavOfBytes(RecordingPurpose.MAX_BYTES));

    assertThat(result.report().bytes()).isEqualTo(20_000_000);
    assertThat(result.report().duration()).isCloseTo(113.378, within(0.001));
  }

  @Test
  void fileAByteAboveTheSizeLimit_isRefused() {
    assertThatExceptionOfType(RecordingRejected.class)
        .isThrownBy(() -> inspect(wavOfBytes(RecordingPurpose.MAX_BYTES + 1)))
        .satisfies(
            e -> {
              assertThat(e.rule()).isEqualTo(RecordingRule.FILE_TOO_LARGE);
              assertThat(e.violations().get(0).value()).isEqualTo("20000001 bytes");
              assertThat(e.violations().get(0).limit()).isEqualTo("20000000 bytes");
            });
  }

  private static byte[] wavOfBytes(int bytes) {
    return WavFile.pcm(44_100, 2, 16).data(new byte[bytes - HEADER_BYTES]).build();
  }

  @Test
  void waveform_hasAThousandPeaksOfEachChannel() {
    String json =
        new String(inspect("valid/jfk_en_stereo_44k1_s16.wav").waveform(), StandardCharsets.UTF_8);

    assertThat(json).startsWith("{\"duration\":10.050,\"channels\":2,\"peaks\":[[0.");
    String[] channels = json.substring(json.indexOf("[[") + 2, json.indexOf("]]")).split("\\],\\[");
    assertThat(channels).hasSize(2);
    assertThat(channels[0].split(","))
        .hasSize(1000)
        .allMatch(peak -> peak.matches("[01]\\.\\d{3}"));
    assertThat(channels[0]).contains("0.78");
  }

  @Test
  void soundThatEndsBeforeItsHeadersSay_isRefused() throws IOException {
    byte[] m4a = Sample.named("edge/moov_at_start.m4a").bytes();
    Path file = work.resolve("upload");
    // Everything in the last third of the sound data is garbage that no decoder understands.
    Arrays.fill(m4a, m4a.length * 2 / 3, m4a.length, (byte) 0xFF);
    Files.write(file, m4a);

    assertThatExceptionOfType(RecordingRejected.class)
        .isThrownBy(() -> PREFLIGHT.inspect(file, null, CLONE_SOURCE, work))
        .satisfies(
            e ->
                assertThat(e.rule()).isIn(RecordingRule.LENGTH_DIFFERS, RecordingRule.UNDECODABLE));
  }
}
