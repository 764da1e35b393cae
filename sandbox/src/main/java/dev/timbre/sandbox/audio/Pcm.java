package dev.timbre.sandbox.audio;

/**
 * One channel of sound in memory.
 *
 * @param samples values in about [-1, 1]; not copied, so a caller gives them away
 * @param rate samples per second
 */
public record Pcm(float[] samples, int rate) {

  /** Length in seconds, exact to the sample. */
  public double seconds() {
    return (double) samples.length / rate;
  }

  /** Length in whole milliseconds, as the wire states it. */
  public long millis() {
    return Math.round(samples.length * 1000.0 / rate);
  }
}
