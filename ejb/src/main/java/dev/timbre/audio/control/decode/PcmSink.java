package dev.timbre.audio.control.decode;

import java.io.IOException;

/** Takes decoded sound block by block, so that no recording is ever in memory as a whole. */
public interface PcmSink {

  /** Called once, before the first block. */
  void begin(int sampleRate, int channels) throws IOException;

  /**
   * Takes the next block.
   *
   * @param samples one array per channel, full scale at 1; reused after the call
   * @param frames samples per channel that are valid in this block
   */
  void accept(float[][] samples, int frames) throws IOException;
}
