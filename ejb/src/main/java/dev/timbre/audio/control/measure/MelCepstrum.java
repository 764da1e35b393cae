package dev.timbre.audio.control.measure;

import dev.timbre.audio.entity.VoiceTraits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The usual short description of a timbre: power in bands that are equally wide to the ear, in
 * decibels, and the cosine transform of those (Davis and Mermelstein, 1980). Frames of 25 ms, one
 * every 10 ms; what is far below the loud frames is a pause and does not count.
 */
final class MelCepstrum {

  private static final int COEFFICIENTS = 12;
  private static final double FRAME_SECONDS = 0.025;
  private static final double STEP_SECONDS = 0.010;
  private static final double LOWEST_HZ = 100;

  /** Above this the bandwidth of recordings and codecs differs more than voices do. */
  private static final double HIGHEST_HZ = 6_000;

  private static final double PAUSE_BELOW_LOUD_DB = 30;
  private static final double LOUD_SHARE = 0.95;
  private static final double FLOOR = 1e-10;

  private final int sampleRate;
  private final int frame;
  private final int size;
  private final Fourier fourier;
  private final double[] window;
  private final double[][] bands;

  MelCepstrum(int sampleRate) {
    this.sampleRate = sampleRate;
    this.frame = (int) (FRAME_SECONDS * sampleRate);
    this.size = Integer.highestOneBit(Math.max(frame - 1, 1)) * 2;
    this.fourier = new Fourier(size);
    this.window = new double[frame];
    for (int i = 0; i < frame; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / frame);
    }
    this.bands = bands();
  }

  /** Coefficients 1 to 12, averaged over all frames of speech; zeros when there is none. */
  List<Double> mean(float[] samples, int length) {
    List<double[]> frames = new ArrayList<>();
    List<Double> levels = new ArrayList<>();
    int step = (int) (STEP_SECONDS * sampleRate);
    for (int at = 0; at + frame <= length; at += step) {
      double[] power = fourier.power(windowed(samples, at));
      double[] decibels = new double[VoiceTraits.BANDS];
      double sum = 0;
      for (int band = 0; band < VoiceTraits.BANDS; band++) {
        double energy = energy(power, bands[band]);
        sum += energy;
        decibels[band] = 10 * Math.log10(energy + FLOOR);
      }
      frames.add(decibels);
      levels.add(10 * Math.log10(sum + FLOOR));
    }
    return cosines(average(frames, levels));
  }

  private double[] windowed(float[] samples, int at) {
    double[] cut = new double[size];
    for (int i = 0; i < frame; i++) {
      cut[i] = samples[at + i] * window[i];
    }
    return cut;
  }

  private static double energy(double[] power, double[] weights) {
    double sum = 0;
    for (int i = 0; i < power.length; i++) {
      sum += power[i] * weights[i];
    }
    return sum;
  }

  private static double[] average(List<double[]> frames, List<Double> levels) {
    double[] mean = new double[VoiceTraits.BANDS];
    if (frames.isEmpty()) {
      return mean;
    }
    List<Double> sorted = new ArrayList<>(levels);
    Collections.sort(sorted);
    double pause = sorted.get((int) (LOUD_SHARE * (sorted.size() - 1))) - PAUSE_BELOW_LOUD_DB;
    int count = 0;
    for (int i = 0; i < frames.size(); i++) {
      if (levels.get(i) >= pause) {
        count++;
        for (int band = 0; band < mean.length; band++) {
          mean[band] += frames.get(i)[band];
        }
      }
    }
    for (int band = 0; band < mean.length; band++) {
      mean[band] /= count;
    }
    return mean;
  }

  /** The orthonormal transform, so that distances keep the unit of the bands. */
  private static List<Double> cosines(double[] mean) {
    List<Double> coefficients = new ArrayList<>();
    for (int k = 1; k <= COEFFICIENTS; k++) {
      double sum = 0;
      for (int band = 0; band < mean.length; band++) {
        sum += mean[band] * Math.cos(Math.PI * k * (band + 0.5) / mean.length);
      }
      coefficients.add(sum * Math.sqrt(2.0 / mean.length));
    }
    return coefficients;
  }

  /** Triangles, each from the middle of the band below to that of the band above. */
  private double[][] bands() {
    double low = mel(LOWEST_HZ);
    double high = mel(Math.min(HIGHEST_HZ, 0.45 * sampleRate));
    double[][] triangles = new double[VoiceTraits.BANDS][size / 2 + 1];
    for (int band = 0; band < VoiceTraits.BANDS; band++) {
      double step = (high - low) / (VoiceTraits.BANDS + 1);
      double from = hertz(low + band * step);
      double middle = hertz(low + (band + 1) * step);
      double to = hertz(low + (band + 2) * step);
      for (int i = 0; i <= size / 2; i++) {
        double frequency = (double) i * sampleRate / size;
        double rise = (frequency - from) / (middle - from);
        double fall = (to - frequency) / (to - middle);
        triangles[band][i] = Math.max(0, Math.min(rise, fall)) / size;
      }
    }
    return triangles;
  }

  private static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  private static double hertz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }
}
