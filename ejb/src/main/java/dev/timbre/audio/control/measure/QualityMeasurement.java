package dev.timbre.audio.control.measure;

import dev.timbre.audio.control.decode.PcmSink;
import dev.timbre.audio.control.decode.SinkGroup;
import dev.timbre.audio.control.normalise.Downmix;
import dev.timbre.audio.entity.QualityMeasures;
import java.io.IOException;
import java.util.OptionalDouble;

/** Measures the sound while it streams by; memory does not depend on the sample rate. */
public final class QualityMeasurement implements PcmSink {

  private final HopEnergies hops = new HopEnergies();
  private final SampleStatistics samples = new SampleStatistics();
  private final LowFrequencies low = new LowFrequencies();
  private final TruePeak truePeak = new TruePeak();
  private final PcmSink parts = new SinkGroup(hops, samples, low, truePeak);

  @Override
  public void begin(int sampleRate, int channels) throws IOException {
    parts.begin(sampleRate, channels);
  }

  @Override
  public void accept(float[][] block, int frames) throws IOException {
    parts.accept(block, frames);
  }

  /** The measures of all sound so far. */
  public QualityMeasures measures() {
    Loudness loudness = Loudness.of(hops.weighted());
    SpeechLevels levels = SpeechLevels.of(hops.speech());
    double power = samples.power();
    return new QualityMeasures(
        loudness.integratedLufs(),
        loudness.rangeLu(),
        decibels(samples.peak()),
        decibels(Math.max(truePeak.peak(), samples.peak())),
        samples.clippedShare(),
        samples.dcOffset(),
        levels.noiseFloorDbfs(),
        levels.snrDb(),
        levels.silenceShare(),
        levels.speechSeconds(),
        boxed(samples.correlation()),
        boxed(samples.levelDifference()),
        power == 0 ? 0 : Math.min(1, low.power() / power));
  }

  /**
   * The mix for what was measured: of antiphase channels the sum is silence, and with a dead one it
   * loses half the level, so then the better channel speaks alone.
   */
  public Downmix mix() {
    OptionalDouble correlation = samples.correlation();
    OptionalDouble difference = samples.levelDifference();
    boolean antiphase =
        correlation.isPresent() && correlation.getAsDouble() < QualityLimits.MIN_CORRELATION;
    boolean dead =
        difference.isPresent()
            && difference.getAsDouble() > QualityLimits.MAX_CHANNEL_DIFFERENCE_DB;
    if (!antiphase && !dead) {
      return Downmix.AVERAGE;
    }
    return samples.louderChannel() == 0 ? Downmix.LEFT : Downmix.RIGHT;
  }

  private static Double decibels(double value) {
    return value == 0 ? null : 20 * Math.log10(value);
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
