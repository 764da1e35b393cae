package dev.timbre.audio.control;

import static dev.timbre.audio.entity.RecordingPurpose.CLONE_PROMPT;
import static dev.timbre.audio.entity.RecordingPurpose.CLONE_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.audio.control.decode.Decoder;
import dev.timbre.audio.control.decode.Decoders;
import dev.timbre.audio.control.fixture.Sample;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import dev.timbre.platform.error.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recording of the manifest gets its verdict, for both purposes. */
class PreflightVerdictTest {

  /** Files that no purpose makes acceptable, and why. */
  private static final Map<String, RecordingRule> DAMAGED_OR_FOREIGN =
      Map.ofEntries(
          Map.entry("edge/wav_data_size_too_small.wav", RecordingRule.HEADER_INCONSISTENT),
          Map.entry("edge/wav_holding_mp3.wav", RecordingRule.CODEC_NOT_ACCEPTED),
          Map.entry("edge/wav_rf64.wav", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("edge/wav_zero_duration.wav", RecordingRule.NO_AUDIO),
          Map.entry("bad/truncated_20s_to_6s.mp3", RecordingRule.TRUNCATED),
          Map.entry("bad/truncated_12s_to_5s_moov_first.m4a", RecordingRule.TRUNCATED),
          Map.entry("bad/truncated_no_moov.m4a", RecordingRule.TRUNCATED),
          Map.entry("bad/text_renamed.mp3", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("bad/html_renamed.wav", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("bad/ogg_vorbis_renamed.mp3", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("bad/aac_adts_renamed.m4a", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("bad/flac_renamed.wav", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("bad/video_mp4_renamed.m4a", RecordingRule.VIDEO_NOT_ACCEPTED),
          Map.entry("bad/empty.wav", RecordingRule.FILE_EMPTY),
          Map.entry("bad/one_byte.mp3", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("bad/zip_renamed.wav", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("bad/wav_header_bomb.wav", RecordingRule.HEADER_INCONSISTENT),
          Map.entry("bad/wav_format_bomb.wav", RecordingRule.CODEC_NOT_ACCEPTED),
          Map.entry("bad/mp4_table_count_bomb.m4a", RecordingRule.TRUNCATED),
          Map.entry("bad/mp4_deep_nesting.m4a", RecordingRule.TRACKS_NOT_ACCEPTED),
          Map.entry("bad/mp4_huge_box_size.m4a", RecordingRule.TRUNCATED),
          Map.entry("bad/mp4_zero_size_loop.m4a", RecordingRule.HEADER_INCONSISTENT),
          Map.entry("bad/id3_declared_256mb.mp3", RecordingRule.HEADER_INCONSISTENT),
          Map.entry("bad/id3_compressed_frame_bomb.mp3", RecordingRule.TRUNCATED),
          Map.entry("bad/hls_playlist_renamed.mp3", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("bad/ffconcat_script_renamed.mp3", RecordingRule.CONTAINER_NOT_ACCEPTED),
          Map.entry("bad/random_bytes.mp3", RecordingRule.CONTAINER_NOT_ACCEPTED));

  /** The demuxer finds the encoder's tag behind the junk, which the manifest's probe did not. */
  private static final String LENGTH_WITHOUT_PADDING = "edge/junk_before_first_frame.mp3";

  private static final Preflight PREFLIGHT = new Preflight(new Decoder(Decoders.bundled()));
  private static final Preflight WITHOUT_DECODER = new Preflight(Decoders.unreachable());

  @TempDir Path work;

  static Stream<Arguments> accepted() {
    return cases(true);
  }

  static Stream<Arguments> refused() {
    return cases(false);
  }

  private static Stream<Arguments> cases(boolean accepted) {
    return Sample.all().stream()
        .flatMap(
            sample ->
                Stream.of(CLONE_SOURCE, CLONE_PROMPT)
                    .filter(purpose -> isValid(sample, purpose) == accepted)
                    .map(purpose -> arguments(sample, purpose)));
  }

  private static boolean isValid(Sample sample, RecordingPurpose purpose) {
    return purpose == CLONE_SOURCE ? sample.validAsClone() : sample.validAsPrompt();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void acceptableFile_isAcceptedWithItsLength(Sample sample, RecordingPurpose purpose)
      throws IOException {
    PreflightResult result = PREFLIGHT.inspect(sample.path(), sample.name(), purpose, work);

    double expected = sample.name().equals(LENGTH_WITHOUT_PADDING) ? 12.0 : sample.seconds();
    assertThat(result.report().duration()).isCloseTo(expected, within(0.02));
    assertThat(result.report().bytes()).isEqualTo(Files.size(sample.path()));
    assertThat(result.report().format().codec()).isEqualTo(sample.codec());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void unacceptableFile_isRefusedBeforeAnythingDecodesIt(Sample sample, RecordingPurpose purpose)
      throws IOException {
    RecordingRejected rejected =
        catchThrowableOfType(
            RecordingRejected.class,
            () -> WITHOUT_DECODER.inspect(sample.path(), sample.name(), purpose, work));

    assertThat(rejected).isNotNull();
    assertThat(rejected.rule()).isEqualTo(expectedRule(sample, purpose));
    assertThat(rejected.violations()).hasSize(1);
    Violation violation = rejected.violations().get(0);
    assertThat(violation.rule()).isEqualTo(rejected.code());
    assertThat(violation.limit()).isNotBlank();
    assertThat(violation.message()).endsWith(rejected.rule().remedy());
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).isEmpty();
    }
  }

  private static RecordingRule expectedRule(Sample sample, RecordingPurpose purpose) {
    RecordingRule rule = DAMAGED_OR_FOREIGN.get(sample.name());
    if (rule != null) {
      return rule;
    }
    return purpose.isTooShort(sample.seconds())
        ? RecordingRule.DURATION_TOO_SHORT
        : RecordingRule.DURATION_TOO_LONG;
  }

  @Test
  void tooShortRecording_isToldItsLengthTheBoundAndTheRemedy() {
    Sample sample = Sample.named("edge/dur_09.980s_padded_to_10.0s.mp3");

    RecordingRejected rejected =
        catchThrowableOfType(
            RecordingRejected.class,
            () -> WITHOUT_DECODER.inspect(sample.path(), sample.name(), CLONE_SOURCE, work));

    assertThat(rejected.code()).isEqualTo("duration-too-short");
    assertThat(rejected.violations())
        .containsExactly(
            new Violation(
                "duration",
                "duration-too-short",
                "9.980 s",
                "at least 10.0 s",
                "The recording lasts 9.980 s; a clone_source needs at least 10.0 s. Record more, or"
                    + " use the file for another purpose."));
  }

  @Test
  void everyManifestLine_isCovered() {
    assertThat(List.of(accepted().count(), refused().count())).containsExactly(47L, 115L);
  }
}
