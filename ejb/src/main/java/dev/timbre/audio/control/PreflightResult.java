package dev.timbre.audio.control;

import dev.timbre.audio.entity.PreflightReport;
import java.nio.file.Path;
import java.util.Objects;

/** What an accepted upload gives. */
public final class PreflightResult {

  private final PreflightReport report;
  private final byte[] waveform;
  private final Path normalised;

  PreflightResult(PreflightReport report, byte[] waveform, Path normalised) {
    this.report = Objects.requireNonNull(report, "report");
    this.waveform = waveform.clone();
    this.normalised = Objects.requireNonNull(normalised, "normalised");
  }

  public PreflightReport report() {
    return report;
  }

  /** JSON in UTF-8: {@code {"duration":12.000,"channels":1,"peaks":[[0.012,…]]}}. */
  public byte[] waveform() {
    return waveform.clone();
  }

  /**
   * A mono 16-bit WAV of the sound in the work directory, under 20 MB; the caller moves or deletes
   * it.
   */
  public Path normalised() {
    return normalised;
  }
}
