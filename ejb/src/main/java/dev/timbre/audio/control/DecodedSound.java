package dev.timbre.audio.control;

/**
 * What the decoder gave.
 *
 * @param frames samples per channel
 */
record DecodedSound(int sampleRate, int channels, long frames) {

  double seconds() {
    return (double) frames / sampleRate;
  }
}
