package dev.timbre.audio.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds WAV files for tests, right ones and wrong ones. */
final class WavFile {

  private int tag = 1;
  private int channels = 1;
  private int sampleRate = 8_000;
  private int bits = 16;
  private long dataSize = -1;
  private byte[] data = new byte[0];

  static WavFile pcm(int sampleRate, int channels, int bits) {
    WavFile wav = new WavFile();
    wav.sampleRate = sampleRate;
    wav.channels = channels;
    wav.bits = bits;
    return wav;
  }

  WavFile tag(int value) {
    tag = value;
    return this;
  }

  /** Declares another size for the sound than it has. */
  WavFile declaring(long size) {
    dataSize = size;
    return this;
  }

  WavFile data(byte[] bytes) {
    data = bytes;
    return this;
  }

  /** Sound that is silence in every format but unsigned 8 bits, where it is a constant. */
  WavFile seconds(double seconds) {
    return data(new byte[(int) Math.round(seconds * sampleRate) * channels * bits / 8]);
  }

  /** A sine in all channels, 16 bits. */
  WavFile sine(double seconds, double frequency, double amplitude) {
    int frames = (int) Math.round(seconds * sampleRate);
    ByteBuffer samples = ByteBuffer.allocate(2 * frames * channels).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < frames; i++) {
      double value = amplitude * Math.sin(2 * Math.PI * frequency * i / sampleRate);
      for (int channel = 0; channel < channels; channel++) {
        samples.putShort((short) Math.round(32767 * value));
      }
    }
    return data(samples.array());
  }

  byte[] build() {
    int blockAlign = channels * bits / 8;
    ByteBuffer header =
        ByteBuffer.allocate(44)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(ascii("RIFF"))
            .putInt(36 + data.length)
            .put(ascii("WAVEfmt "))
            .putInt(16)
            .putShort((short) tag)
            .putShort((short) channels)
            .putInt(sampleRate)
            .putInt(sampleRate * blockAlign)
            .putShort((short) blockAlign)
            .putShort((short) bits)
            .put(ascii("data"))
            .putInt((int) (dataSize < 0 ? data.length : dataSize));
    return join(header.array(), data);
  }

  static byte[] chunk(String id, byte[] content) {
    ByteBuffer header =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(ascii(id)).putInt(content.length);
    return join(header.array(), content, new byte[content.length & 1]);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
