package dev.timbre.audio.control;

import static dev.timbre.audio.entity.RecordingPurpose.CLONE_PROMPT;
import static dev.timbre.audio.entity.RecordingPurpose.CLONE_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.timbre.audio.control.decode.Decoder;
import dev.timbre.audio.control.decode.Decoders;
import dev.timbre.audio.control.fixture.Sample;
import dev.timbre.audio.entity.PreflightReport;
import dev.timbre.audio.entity.QualityMeasures;
import dev.timbre.audio.entity.QualityWarning;
import dev.timbre.audio.entity.QualityWarning.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What preflight measures, against a reference table that other programs computed. */
class PreflightQualityTest {

  private static final Preflight PREFLIGHT = new Preflight(new Decoder(Decoders.bundled()));
  private static final Map<String, Map<String, String>> REFERENCE = Sample.reference();

  /** A decode takes its time, and several tests look at the same recording. */
  private static final Map<String, PreflightReport> REPORTS = new ConcurrentHashMap<>();

  /** Bounds of length and telephone rates are warned of in many files and tested elsewhere. */
  private static final Set<Kind> ABOUT_THE_FILE =
      Set.of(Kind.DURATION_NEAR_BOUND, Kind.LOW_SAMPLE_RATE, Kind.SHORT_PROMPT);

  @TempDir Path work;

  static List<Sample> samples() {
    return Sample.accepted();
  }

  private PreflightReport report(Sample sample) {
    return REPORTS.computeIfAbsent(
        sample.name(),
        name ->
            PREFLIGHT
                .inspect(
                    sample.path(), name, sample.validAsClone() ? CLONE_SOURCE : CLONE_PROMPT, work)
                .report());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void recording_measuresAsTheReferenceDoes(Sample sample) {
    QualityMeasures measures = report(sample).measures();

    Map<String, String> expected = REFERENCE.get(sample.name());
    assertThat(expected).as("line of the reference table").isNotNull();
    assertClose(measures.samplePeakDbfs(), expected.get("sample_peak_dbfs"), 0.1);
    assertClose(measures.truePeakDbtp(), expected.get("true_peak_dbtp"), 0.2);
    assertClose(measures.integratedLufs(), expected.get("integrated_lufs"), 0.1);
    assertClose(measures.noiseFloorDbfs(), expected.get("noise_floor_dbfs"), 1);
    assertClose(measures.snrDb(), expected.get("snr_estimate_db"), 1);
    assertClose(measures.clippedShare(), expected.get("clipped_share"), 0.01);
    assertClose(measures.dcOffset(), expected.get("dc_offset"), 0.01);
    assertClose(measures.silenceShare(), expected.get("silence_share"), 0.01);
    // The reference quantises to 0.1 LU bins, which short recordings feel most.
    if (measures.loudnessRangeLu() != null) {
      assertClose(measures.loudnessRangeLu(), expected.get("lra_lu"), 0.5);
    }
  }

  /** Silence has no level: empty, minus infinity or the -70 of a gate in the table, null here. */
  private static void assertClose(Double measured, String expected, double tolerance) {
    boolean none = Set.of("", "-inf", "-70.0").contains(expected);
    if (none) {
      assertThat(measured).isNull();
    } else {
      assertThat(measured).isCloseTo(Double.parseDouble(expected), within(tolerance));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "quality/clean_reference.wav, ''",
    "quality/noisy_snr5db.wav, NOISY MAINS_HUM",
    "quality/clipped.wav, TOO_LOUD CLIPPED",
    "quality/mostly_silent.wav, LITTLE_SPEECH MOSTLY_SILENT",
    "quality/very_quiet.wav, TOO_QUIET",
    "quality/all_silent.wav, SILENT",
    "quality/two_speakers.mp3, ''",
    "quality/antiphase_stereo.m4a, ANTIPHASE",
    "quality/one_channel_silent.mp3, DEAD_CHANNEL",
    "quality/dc_offset.wav, DC_OFFSET",
    "quality/mains_hum.m4a, MAINS_HUM",
    "valid/jfk_en_stereo_44k1_s16.wav, ''",
    "valid/kerstin_de_stereo_48k_aac72.m4a, ''",
    "valid/espeak_zh_mono_22k05_cbr40.mp3, ''",
  })
  void recording_isWarnedOfJustWhatIsWrongWithIt(String name, String kinds) {
    List<String> found =
        report(Sample.named(name)).warnings().stream()
            .map(QualityWarning::kind)
            .filter(kind -> !ABOUT_THE_FILE.contains(kind))
            .map(Kind::name)
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(kinds);
  }

  @ParameterizedTest
  @CsvSource({
    "edge/dur_10.000s.wav, LOW_SAMPLE_RATE DURATION_NEAR_BOUND",
    "edge/dur_5min00_exact_padded_over.mp3, DURATION_NEAR_BOUND",
    "edge/dur_07.970s_padded_to_8.0s.mp3, DURATION_NEAR_BOUND",
    "prompt/aishell_zh_mono_16k_s16.wav, SHORT_PROMPT",
    "prompt/lj_en_mono_22k05_cbr48.mp3, ''",
    "edge/wav_alaw_8k.wav, LOW_SAMPLE_RATE",
  })
  void recordingNearABound_isWarnedOfIt(String name, String kinds) {
    List<String> found =
        report(Sample.named(name)).warnings().stream()
            .map(warning -> warning.kind().name())
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(kinds);
  }
}
