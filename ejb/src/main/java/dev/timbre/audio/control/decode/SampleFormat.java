package dev.timbre.audio.control.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** How a decoder writes samples. */
enum SampleFormat {
  INTEGER(2) {
    @Override
    void separate(ByteBuffer interleaved, float[][] samples, int frames) {
      ShortBuffer values = interleaved.asShortBuffer();
      int channels = samples.length;
      for (int channel = 0; channel < channels; channel++) {
        float[] target = samples[channel];
        for (int i = 0; i < frames; i++) {
          target[i] = values.get(i * channels + channel) * (1 / 32_768f);
        }
      }
    }
  },

  FLOAT(4) {
    @Override
    void separate(ByteBuffer interleaved, float[][] samples, int frames) {
      FloatBuffer values = interleaved.asFloatBuffer();
      int channels = samples.length;
      for (int channel = 0; channel < channels; channel++) {
        float[] target = samples[channel];
        for (int i = 0; i < frames; i++) {
          float value = values.get(i * channels + channel);
          // A float file may hold infinities and worse; nothing behind this has to think of them.
          target[i] = Math.abs(value) <= MAX_VALUE ? value : 0;
        }
      }
    }
  };

  private static final float MAX_VALUE = 1_000f;

  private final int bytes;

  SampleFormat(int bytes) {
    this.bytes = bytes;
  }

  /** The format of that many bits, of the two that decoders are told to write. */
  static SampleFormat ofBits(int bits) throws IOException {
    for (SampleFormat format : values()) {
      if (8 * format.bytes == bits) {
        return format;
      }
    }
    throw new IOException("The decoder writes samples of " + bits + " bits");
  }

  /** Bytes of one sample. */
  int bytes() {
    return bytes;
  }

  /**
   * Puts each channel into an array of its own, full scale at 1.
   *
   * @param interleaved the samples as the decoder wrote them, in its byte order
   */
  abstract void separate(ByteBuffer interleaved, float[][] samples, int frames);
}
