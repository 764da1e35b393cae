package dev.timbre.audio.rest;

import dev.timbre.audio.entity.PreflightReport;
import dev.timbre.audio.entity.QualityMeasures;
import dev.timbre.audio.entity.QualityWarning;
import dev.timbre.audio.entity.Recording;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A recording as callers see it.
 *
 * @param sha256 of the bytes as uploaded
 */
public record RecordingBody(
    UUID id,
    String purpose,
    UUID brand,
    UUID talent,
    String filename,
    String transcript,
    String sha256,
    Instant createdAt,
    Preflight preflight) {

  /**
   * What preflight found.
   *
   * @param duration seconds
   * @param sampleRate Hz
   */
  public record Preflight(
      String container,
      String codec,
      int sampleRate,
      int channels,
      double duration,
      long bytes,
      List<Warning> warnings,
      QualityMeasures measures) {}

  /** A finding about quality that the curator should see; it refuses nothing. */
  public record Warning(
      String code, boolean severe, Double measured, double limit, String unit, String message) {

    static Warning of(QualityWarning warning) {
      return new Warning(
          warning.kind().code(),
          warning.severe(),
          warning.measured(),
          warning.limit(),
          warning.kind().unit(),
          warning.message());
    }
  }

  static RecordingBody of(Recording recording) {
    PreflightReport report = recording.getReport();
    return new RecordingBody(
        recording.getId(),
        recording.getPurpose().wireName(),
        recording.getBrandId(),
        recording.getTalentId(),
        recording.getFilename(),
        recording.getTranscript(),
        recording.getOriginal(),
        recording.getCreatedAt(),
        new Preflight(
            report.format().container().wireName(),
            report.format().codec(),
            report.format().sampleRate(),
            report.format().channels(),
            report.duration(),
            report.bytes(),
            report.warnings().stream().map(Warning::of).toList(),
            report.measures()));
  }
}
