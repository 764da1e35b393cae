package dev.timbre.audio.entity;

import java.util.Locale;
import java.util.Objects;

/**
 * Something a curator should hear before using the recording; never a refusal.
 *
 * @param kind what is wrong
 * @param severe whether a good clone is hardly possible with this
 * @param measured the value found, in the unit of the kind; null when silence has no such value
 * @param limit the value from which on there is no warning, in the same unit
 * @param message the whole sentence in English, with the remedy
 */
public record QualityWarning(
    Kind kind, boolean severe, Double measured, double limit, String message) {

  /** The kinds of warning; {@link #code()} is what pages translate by. */
  public enum Kind {
    SILENT("LUFS"),
    TOO_QUIET("LUFS"),
    TOO_LOUD("LUFS"),
    CLIPPED(""),
    NOISY("dB"),
    MOSTLY_SILENT(""),
    LITTLE_SPEECH("s"),
    DC_OFFSET(""),
    MAINS_HUM(""),
    LOW_SAMPLE_RATE("Hz"),
    DEAD_CHANNEL("dB"),
    ANTIPHASE(""),
    DURATION_NEAR_BOUND("s"),
    SHORT_PROMPT("s");

    private final String unit;

    Kind(String unit) {
      this.unit = unit;
    }

    /** Stable, kebab-case name, for example {@code too-quiet}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Unit of the measured value and the limit; empty for shares and correlations. */
    public String unit() {
      return unit;
    }
  }

  public QualityWarning {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }
}
