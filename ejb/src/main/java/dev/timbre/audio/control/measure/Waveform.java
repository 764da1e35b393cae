package dev.timbre.audio.control.measure;

import dev.timbre.audio.control.decode.PcmSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Collects what pages draw: the largest magnitude of each of a thousand stretches of time, for each
 * channel. The JSON is what wavesurfer.js takes as its peaks.
 */
public final class Waveform implements PcmSink {

  private static final int BUCKETS = 1_000;

  /** Stretches while streaming, when the exact length is not yet known. */
  private static final int FINE_PER_BUCKET = 20;

  private final double expectedSeconds;
  private int sampleRate;
  private long fineLength;
  private DoubleList[] peaks;
  private float[] current;
  private long inCurrent;
  private long frames;

  /**
   * Prepares for a recording.
   *
   * @param expectedSeconds about how long it is; only the precision depends on it
   */
  public Waveform(double expectedSeconds) {
    this.expectedSeconds = expectedSeconds;
  }

  @Override
  public void begin(int rate, int channels) {
    sampleRate = rate;
    fineLength = Math.max(1, (long) (expectedSeconds * rate) / (BUCKETS * FINE_PER_BUCKET));
    current = new float[channels];
    peaks = new DoubleList[channels];
    Arrays.setAll(peaks, i -> new DoubleList());
  }

  @Override
  public void accept(float[][] samples, int count) {
    int from = 0;
    while (from < count) {
      int to = (int) Math.min(count, from + fineLength - inCurrent);
      for (int channel = 0; channel < current.length; channel++) {
        float peak = current[channel];
        for (int i = from; i < to; i++) {
          peak = Math.max(peak, Math.abs(samples[channel][i]));
        }
        current[channel] = peak;
      }
      inCurrent += to - from;
      from = to;
      if (inCurrent == fineLength) {
        endStretch();
      }
    }
    frames += count;
  }

  private void endStretch() {
    for (int channel = 0; channel < current.length; channel++) {
      peaks[channel].add(current[channel]);
      current[channel] = 0;
    }
    inCurrent = 0;
  }

  /**
   * The waveform as JSON in UTF-8, peaks from 0 to 1 with three decimals. Call it once, at the end.
   */
  public byte[] json() {
    if (inCurrent > 0) {
      endStretch();
    }
    StringBuilder json = new StringBuilder(8 * BUCKETS * peaks.length);
    json.append(
        String.format(
            Locale.ROOT,
            "{\"duration\":%.3f,\"channels\":%d,\"peaks\":[",
            (double) frames / sampleRate,
            peaks.length));
    for (int channel = 0; channel < peaks.length; channel++) {
      json.append(channel == 0 ? "[" : ",[");
      append(json, peaks[channel].toArray());
      json.append(']');
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder json, double[] fine) {
    int buckets = Math.min(BUCKETS, fine.length);
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = (int) ((long) bucket * fine.length / buckets);
      int to = (int) ((bucket + 1L) * fine.length / buckets);
      double peak = Arrays.stream(fine, from, to).max().orElse(0);
      long thousandths = Math.round(1000 * Math.min(1, peak));
      json.append(bucket == 0 ? "" : ",").append(thousandths / 1000).append('.');
      json.append(String.valueOf(1000 + thousandths % 1000), 1, 4);
    }
  }
}
