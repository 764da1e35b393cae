package dev.timbre.audio.control.measure;

import dev.timbre.audio.control.decode.PcmSink;
import dev.timbre.audio.entity.VoiceTraits;
import java.util.Arrays;

/**
 * Measures how a voice sounds in a short sound, of which one channel is kept in memory; what comes
 * after the first minute counts for loudness only.
 */
public final class TraitMeasurement implements PcmSink {

  private static final int MOST_SECONDS = 60;
  private static final double PAUSE_BELOW_LOUD_DB = 40;
  private static final double LOUD_SHARE = 0.95;

  private final HopEnergies hops = new HopEnergies();
  private int sampleRate;
  private float[] mono = new float[0];
  private int length;

  @Override
  public void begin(int rate, int channels) {
    sampleRate = rate;
    hops.begin(rate, channels);
  }

  @Override
  public void accept(float[][] samples, int frames) {
    hops.accept(samples, frames);
    int taken = Math.min(frames, MOST_SECONDS * sampleRate - length);
    if (length + taken > mono.length) {
      mono = Arrays.copyOf(mono, Math.max(2 * mono.length, length + taken));
    }
    for (int i = 0; i < taken; i++) {
      float sum = 0;
      for (float[] channel : samples) {
        sum += channel[i];
      }
      mono[length + i] = sum / samples.length;
    }
    length += Math.max(0, taken);
  }

  /** The traits of all sound so far. */
  public VoiceTraits traits() {
    return new VoiceTraits(
        seconds(hops.speech()),
        Pitch.median(mono, length, sampleRate),
        Loudness.of(hops.weighted()).integratedLufs(),
        new MelCepstrum(sampleRate).mean(mono, length));
  }

  private static double seconds(double[] energies) {
    double[] sorted = energies.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0 || sorted[sorted.length - 1] == 0) {
      return 0;
    }
    double pause = Percentiles.of(sorted, LOUD_SHARE) / Math.pow(10, PAUSE_BELOW_LOUD_DB / 10);
    int first = 0;
    while (energies[first] <= pause) {
      first++;
    }
    int last = energies.length - 1;
    while (energies[last] <= pause) {
      last--;
    }
    return (double) (last - first + 1) / HopEnergies.PER_SECOND;
  }
}
