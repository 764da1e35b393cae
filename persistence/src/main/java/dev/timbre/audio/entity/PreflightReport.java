package dev.timbre.audio.entity;

import java.util.List;
import java.util.Objects;

/**
 * What preflight found in a recording that it accepted.
 *
 * @param format what the bytes are
 * @param duration length of the sound in seconds, encoder padding left out
 * @param bytes size of the upload
 * @param warnings what a curator should know, most severe first; may be empty
 * @param measures what was measured
 */
public record PreflightReport(
    AudioFormat format,
    double duration,
    long bytes,
    List<QualityWarning> warnings,
    QualityMeasures measures) {

  public PreflightReport {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(measures, "measures");
    warnings = List.copyOf(warnings);
  }
}
