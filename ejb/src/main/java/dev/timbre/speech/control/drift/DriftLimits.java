package dev.timbre.speech.control.drift;

import dev.timbre.audio.entity.VoiceTraits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How far a voice may sound from its baseline. The usual limits lie between what one voice differs
 * by in the same words and what two voices differ by; docs/decisions/0015 has the measures.
 */
@ApplicationScoped
public class DriftLimits {

  /** As a share of the baseline's length. */
  @Inject
  @ConfigProperty(name = "timbre.speech.drift.duration", defaultValue = "0.2")
  double duration;

  /** Semitones. */
  @Inject
  @ConfigProperty(name = "timbre.speech.drift.pitch", defaultValue = "2")
  double pitch;

  /** LU. */
  @Inject
  @ConfigProperty(name = "timbre.speech.drift.loudness", defaultValue = "3")
  double loudness;

  /** Decibels. */
  @Inject
  @ConfigProperty(name = "timbre.speech.drift.spectrum", defaultValue = "3")
  double spectrum;

  /**
   * How one sound differs from another.
   *
   * @param longer as a share; 0.1 is 10 % longer
   * @param higher semitones; null when one of them has no pitch
   * @param louder LU; null when one of them has no loudness
   * @param far distance of the spectra in dB
   */
  public record Difference(double longer, Double higher, Double louder, double far) {

    public static Difference between(VoiceTraits now, VoiceTraits then) {
      return new Difference(
          now.longerThan(then), now.higherThan(then), now.louderThan(then), now.farFrom(then));
    }
  }

  /** A voice that lost its pitch or its loudness altogether has drifted too. */
  public boolean isBeyond(Difference difference) {
    return Math.abs(difference.longer()) > duration
        || isBeyond(difference.higher(), pitch)
        || isBeyond(difference.louder(), loudness)
        || difference.far() > spectrum;
  }

  private static boolean isBeyond(Double difference, double limit) {
    return difference == null || Math.abs(difference) > limit;
  }
}
