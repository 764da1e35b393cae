package dev.timbre.audio.control.measure;

import dev.timbre.audio.control.decode.PcmSink;

/**
 * Cuts the sound into hops of 10 ms and keeps two energies of each, from which loudness and speech
 * levels follow at the end. Frames shared by both measures are made of whole hops.
 */
final class HopEnergies implements PcmSink {

  /** Hops in a second. */
  static final int PER_SECOND = 100;

  private final DoubleList weighted = new DoubleList();
  private final DoubleList speech = new DoubleList();
  private ChannelFilters[] filters;
  private int sampleRate;
  private long position;
  private long hops;

  @Override
  public void begin(int rate, int channels) {
    sampleRate = rate;
    filters = new ChannelFilters[channels];
    for (int i = 0; i < channels; i++) {
      filters[i] = new ChannelFilters(rate);
    }
  }

  @Override
  public void accept(float[][] samples, int frames) {
    int from = 0;
    while (from < frames) {
      long hopEnd = boundary(hops + 1);
      int to = (int) Math.min(frames, from + hopEnd - position);
      for (int channel = 0; channel < filters.length; channel++) {
        filters[channel].filter(samples[channel], from, to);
      }
      position += to - from;
      from = to;
      if (position == hopEnd) {
        endHop();
      }
    }
  }

  private void endHop() {
    long length = position - boundary(hops);
    double weightedSum = 0;
    double speechSum = 0;
    for (ChannelFilters filter : filters) {
      weightedSum += filter.takeWeighted();
      speechSum += filter.takeSpeech();
    }
    weighted.add(weightedSum / length);
    speech.add(speechSum / length / filters.length);
    hops++;
  }

  // Rates such as 22050 and 11025 do not divide by 100, so hops differ by one sample.
  private long boundary(long hop) {
    return hop * sampleRate / PER_SECOND;
  }

  /** Mean square after K-weighting of each hop, summed over channels as BS.1770 asks. */
  double[] weighted() {
    return weighted.toArray();
  }

  /** Mean square above 80 Hz of each hop, averaged over channels. */
  double[] speech() {
    return speech.toArray();
  }
}
