package dev.timbre.audio.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What tells how a voice sounded when it said something.
 *
 * @param seconds from the first sound to the last; pauses at both ends do not count
 * @param pitchHz median of the fundamental frequency; null when nothing is voiced
 * @param loudnessLufs integrated loudness; null below 0.4 s and for silence
 * @param timbre mean mel-cepstral coefficients 1 to 12 of the frames that are not silence, in dB;
 *     the zeroth is left out, for it is loudness
 */
@Embeddable
public record VoiceTraits(
    @Column(name = "seconds") double seconds,
    @Column(name = "pitch_hz") Double pitchHz,
    @Column(name = "loudness_lufs") Double loudnessLufs,
    @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "timbre") List<Double> timbre) {

  /** Bands of the mel scale that the coefficients come from. */
  public static final int BANDS = 24;

  private static final int SEMITONES = 12;

  public VoiceTraits {
    timbre = timbre == null ? null : List.copyOf(timbre);
  }

  /** How much longer than the other, as a share: 0.1 is 10 % longer. */
  public double longerThan(VoiceTraits other) {
    return other.seconds == 0 ? 0 : seconds / other.seconds - 1;
  }

  /** How much higher than the other, in semitones; null when one of them has no pitch. */
  public Double higherThan(VoiceTraits other) {
    return pitchHz == null || other.pitchHz == null
        ? null
        : SEMITONES * Math.log(pitchHz / other.pitchHz) / Math.log(2);
  }

  /** How much louder than the other, in LU; null when one of them has no loudness. */
  public Double louderThan(VoiceTraits other) {
    return loudnessLufs == null || other.loudnessLufs == null
        ? null
        : loudnessLufs - other.loudnessLufs;
  }

  /** Distance of the spectra in dB: the root of the mean square over the bands of the mel scale. */
  public double farFrom(VoiceTraits other) {
    double sum = 0;
    for (int i = 0; i < Math.min(timbre.size(), other.timbre.size()); i++) {
      double difference = timbre.get(i) - other.timbre.get(i);
      sum += difference * difference;
    }
    return Math.sqrt(sum / BANDS);
  }
}
