package dev.timbre.audio.control.measure;

import dev.timbre.audio.control.decode.PcmSink;
import java.util.Arrays;

/**
 * Power below 80 Hz, where mains hum lies and speech does not. The samples are averaged in groups
 * first: at some 2000 values a second the filter costs next to nothing, and the average has its
 * zeros just where other sound would fold back.
 */
final class LowFrequencies implements PcmSink {

  private static final double LIMIT_HZ = 80;
  private static final int REDUCED_RATE = 2_000;

  // The Q values of the two halves of a fourth-order Butterworth filter.
  private static final double FIRST_Q = 0.541196100146197;
  private static final double SECOND_Q = 1.3065629648763766;

  private int group;
  private Channel[] channels;

  @Override
  public void begin(int sampleRate, int count) {
    group = Math.max(1, sampleRate / REDUCED_RATE);
    double rate = (double) sampleRate / group;
    channels = new Channel[count];
    Arrays.setAll(
        channels,
        i ->
            new Channel(
                Biquad.lowPass(rate, LIMIT_HZ, FIRST_Q), Biquad.lowPass(rate, LIMIT_HZ, SECOND_Q)));
  }

  @Override
  public void accept(float[][] samples, int frames) {
    for (int i = 0; i < channels.length; i++) {
      channels[i].add(samples[i], frames, group);
    }
  }

  /** Mean power over channels, without DC. */
  double power() {
    return Arrays.stream(channels).mapToDouble(Channel::power).average().orElse(0);
  }

  private static final class Channel {

    private final Biquad first;
    private final Biquad second;
    private double first1;
    private double first2;
    private double second1;
    private double second2;
    private float groupSum;
    private int inGroup;
    private double sum;
    private double squares;
    private long count;

    Channel(Biquad first, Biquad second) {
      this.first = first;
      this.second = second;
    }

    void add(float[] samples, int frames, int group) {
      int i = 0;
      while (i < frames) {
        int end = Math.min(frames, i + group - inGroup);
        inGroup += end - i;
        float partial = groupSum;
        for (; i < end; i++) {
          partial += samples[i];
        }
        groupSum = partial;
        if (inGroup == group) {
          filter(groupSum / group);
          groupSum = 0;
          inGroup = 0;
        }
      }
    }

    private void filter(double x) {
      double y = first.b0() * x + first1;
      first1 = first.b1() * x - first.a1() * y + first2;
      first2 = first.b2() * x - first.a2() * y;
      double z = second.b0() * y + second1;
      second1 = second.b1() * y - second.a1() * z + second2;
      second2 = second.b2() * y - second.a2() * z;
      sum += z;
      squares += z * z;
      count++;
    }

    double power() {
      return count == 0 ? 0 : Math.max(0, squares / count - (sum / count) * (sum / count));
    }
  }
}
