package dev.timbre.audio.control.normalise;

import java.nio.ByteBuffer;

/** How two channels become one without losing the voice. */
public enum Downmix {
  AVERAGE,
  LEFT,
  RIGHT;

  private static final float FULL_SCALE = 32_768f;

  /** Writes the mix as 16-bit samples; of one channel every mix is that channel. */
  void write(float[][] samples, int frames, ByteBuffer target) {
    float[] left = samples[0];
    float[] right = samples[samples.length - 1];
    float leftGain = this == AVERAGE ? FULL_SCALE / 2 : this == LEFT ? FULL_SCALE : 0;
    float rightGain = FULL_SCALE - leftGain;
    for (int i = 0; i < frames; i++) {
      float value = left[i] * leftGain + right[i] * rightGain;
      // Half up, as rounding by truncation of what is made positive first; 16 bits pass unchanged.
      int rounded = (int) (value + (FULL_SCALE + 0.5f)) - (int) FULL_SCALE;
      target.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, rounded)));
    }
  }
}
