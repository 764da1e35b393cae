package dev.timbre.audio.control.measure;

import java.util.Arrays;

/**
 * What the levels of 20 ms frames, one every 10 ms, tell about speech, noise and silence.
 *
 * @param noiseFloorDbfs null when all is digital silence
 * @param snrDb null when all is digital silence
 */
record SpeechLevels(
    Double noiseFloorDbfs, Double snrDb, double silenceShare, double speechSeconds) {

  /** Frames below are edited pauses of digital zero, which must not count as noise floor. */
  private static final double LIVE_DBFS = -80;

  private static final double NOISE_SHARE = 0.10;
  private static final double LOUD_SHARE = 0.95;
  private static final double SILENCE_BELOW_LOUD_DB = 30;

  /** An estimate above this says only that the pauses are digital zero. */
  private static final double MAX_SNR_DB = 100;

  /** Computes them from the energies of 10 ms hops above 80 Hz. */
  static SpeechLevels of(double[] hops) {
    int frames = Math.max(0, hops.length - 1);
    double[] levels = new double[frames];
    for (int i = 0; i < frames; i++) {
      levels[i] = 10 * Math.log10((hops[i] + hops[i + 1]) / 2 + 1e-20);
    }
    double[] live = Arrays.stream(levels).filter(level -> level > LIVE_DBFS).sorted().toArray();
    if (live.length == 0) {
      return new SpeechLevels(null, null, 1, 0);
    }
    double noise = Percentiles.of(live, NOISE_SHARE);
    double silence = Math.max(LIVE_DBFS, Percentiles.of(live, LOUD_SHARE) - SILENCE_BELOW_LOUD_DB);
    double[] heard = Arrays.stream(levels).filter(level -> level >= silence).toArray();
    double silenceShare = 1 - (double) heard.length / frames;
    double seconds = (double) heard.length / HopEnergies.PER_SECOND;
    return new SpeechLevels(noise, snr(heard, noise), silenceShare, seconds);
  }

  private static double snr(double[] heardDbfs, double noiseDbfs) {
    double noise = power(noiseDbfs);
    double heard = Arrays.stream(heardDbfs).map(SpeechLevels::power).average().orElse(0);
    double ratio = Math.max(heard - noise, noise * 1e-3) / noise;
    return Math.min(MAX_SNR_DB, 10 * Math.log10(ratio));
  }

  private static double power(double dbfs) {
    return Math.pow(10, dbfs / 10);
  }
}
