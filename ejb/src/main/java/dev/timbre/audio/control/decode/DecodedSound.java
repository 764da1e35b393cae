package dev.timbre.audio.control.decode;

/**
 * What the decoder gave.
 *
 * @param frames samples per channel
 */
public record DecodedSound(int sampleRate, int channels, long frames) {

  /** Length of the sound. */
  public double seconds() {
    return (double) frames / sampleRate;
  }
}
