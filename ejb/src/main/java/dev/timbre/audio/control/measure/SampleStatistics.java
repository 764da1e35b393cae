package dev.timbre.audio.control.measure;

import dev.timbre.audio.control.decode.PcmSink;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Peaks, clipping, DC offset and how the channels relate, over all samples. */
final class SampleStatistics implements PcmSink {

  private static final double MAX_DIFFERENCE_DB = 120;

  /** Power of half a step of 16 bits; a channel below is silent. */
  private static final double SILENT_POWER = 2.3e-10;

  private ChannelStatistics[] channels;
  private double product;
  private long frames;

  @Override
  public void begin(int sampleRate, int count) {
    channels = new ChannelStatistics[count];
    Arrays.setAll(channels, i -> new ChannelStatistics());
  }

  @Override
  public void accept(float[][] samples, int count) {
    for (int i = 0; i < channels.length; i++) {
      channels[i].add(samples[i], count);
    }
    if (channels.length == 2) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += (double) samples[0][i] * samples[1][i];
      }
      product += sum;
    }
    frames += count;
  }

  /** The largest magnitude of any channel. */
  double peak() {
    return Arrays.stream(channels).mapToDouble(ChannelStatistics::peak).max().orElse(0);
  }

  double clippedShare() {
    long clipped = Arrays.stream(channels).mapToLong(ChannelStatistics::clipped).sum();
    return frames == 0 ? 0 : (double) clipped / (frames * channels.length);
  }

  /** The largest absolute mean of a channel. */
  double dcOffset() {
    return Arrays.stream(channels).mapToDouble(c -> Math.abs(c.mean())).max().orElse(0);
  }

  /** Mean power over channels, without DC. */
  double power() {
    return Arrays.stream(channels).mapToDouble(ChannelStatistics::power).average().orElse(0);
  }

  /** Correlation of two channels; empty for mono, or when a channel is silent. */
  OptionalDouble correlation() {
    if (channels.length < 2 || quieter() < SILENT_POWER) {
      return OptionalDouble.empty();
    }
    double covariance = product / frames - channels[0].mean() * channels[1].mean();
    double scale = Math.sqrt(channels[0].power() * channels[1].power());
    return OptionalDouble.of(Math.max(-1, Math.min(1, covariance / scale)));
  }

  /** How much louder the louder channel is, in dB; empty for mono, or when both are silent. */
  OptionalDouble levelDifference() {
    if (channels.length < 2 || louder() < SILENT_POWER) {
      return OptionalDouble.empty();
    }
    double ratio = louder() / Math.max(quieter(), Double.MIN_NORMAL);
    return OptionalDouble.of(Math.min(MAX_DIFFERENCE_DB, 10 * Math.log10(ratio)));
  }

  /** The channel with more power. */
  int louderChannel() {
    return channels.length == 2 && channels[1].power() > channels[0].power() ? 1 : 0;
  }

  private double louder() {
    return channels[louderChannel()].power();
  }

  private double quieter() {
    return channels[channels.length - 1 - louderChannel()].power();
  }
}
