package dev.timbre.consent.control;

import dev.timbre.audio.control.AudioConfig;
import dev.timbre.audio.control.Listening;
import dev.timbre.audio.entity.QualityMeasures;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Hears whether a recording can be somebody saying a statement: real sound, long enough, and not
 * silence. What is said in it, a person hears.
 */
@ApplicationScoped
class StatementHearing {

  /** Below this a room without anybody in it is what was recorded. */
  private static final double QUIETEST_PEAK_DBFS = -50;

  @Inject AudioConfig audio;
  @Inject ConsentConfig config;

  /**
   * The media type and the length.
   *
   * @throws dev.timbre.audio.entity.RecordingRejected when it is no sound, too short or too long
   * @throws Invalid when it is silent
   */
  Heard hear(Path file) {
    Listening.Heard heard =
        audio
            .listening()
            .hear(file, config.statementMin().toSeconds(), config.statementMax().toSeconds());
    requireVoice(heard.measures());
    String type =
        switch (heard.format().container()) {
          case WAV -> "audio/wav";
          case MP3 -> "audio/mpeg";
          case M4A -> "audio/mp4";
        };
    return new Heard(type, heard.seconds());
  }

  /** What the store and the consent need to know of it. */
  record Heard(String mediaType, double seconds) {}

  private static void requireVoice(QualityMeasures measures) {
    Double peak = measures.samplePeakDbfs();
    if (peak == null || peak < QUIETEST_PEAK_DBFS) {
      String found = peak == null ? "silence" : String.format(Locale.ROOT, "%.1f dBFS", peak);
      String limit = String.format(Locale.ROOT, "%.0f dBFS", QUIETEST_PEAK_DBFS);
      String message =
          "The recording is silent (its loudest moment is "
              + found
              + ", at least "
              + limit
              + " is needed); check the microphone and record again.";
      throw new Invalid(
          "statement-silent",
          message,
          List.of(new Violation("file", "statement-silent", found, limit, message)));
    }
  }
}
