package dev.timbre.audio.control.decode;

import dev.timbre.audio.control.header.Rejections;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads what a decoder writes: a WAV stream with unknown sizes, of 32-bit floats or 16-bit
 * integers. The decoder worked on a hostile file, so its output is not trusted either.
 */
final class PcmStream {

  private static final int BLOCK_FRAMES = 8192;
  private static final int MAX_CHUNK = 4096;
  private static final int MAX_CHUNKS = 16;

  private final InputStream in;

  PcmStream(InputStream in) {
    this.in = in;
  }

  /**
   * Feeds the sink until the stream ends.
   *
   * @param maxSeconds more than this is never read
   * @return what was read; empty when the decoder ended before it gave any sound
   * @throws IOException when the stream is not what a decoder writes, is too long, or when the sink
   *     fails
   */
  Optional<DecodedSound> feed(PcmSink sink, double maxSeconds) throws IOException {
    byte[] riff = in.readNBytes(12);
    if (riff.length < 12) {
      return Optional.empty();
    }
    ByteBuffer format = findSound();
    int channels = format.getShort(2);
    int sampleRate = format.getInt(4);
    if (channels < 1 || channels > Rejections.MAX_CHANNELS || sampleRate <= 0) {
      throw new IOException("The decoder announces " + channels + " channels at " + sampleRate);
    }
    SampleFormat samples = SampleFormat.ofBits(format.getShort(14));
    sink.begin(sampleRate, channels);
    long frames = blocks(sink, samples, channels, (long) (maxSeconds * sampleRate));
    return Optional.of(new DecodedSound(sampleRate, channels, frames));
  }

  /** Skips to the sound and returns the description of its format. */
  private ByteBuffer findSound() throws IOException {
    ByteBuffer format = null;
    for (int i = 0; i < MAX_CHUNKS; i++) {
      ByteBuffer header = littleEndian(8);
      String id = new String(header.array(), 0, 4, StandardCharsets.US_ASCII);
      if (id.equals("data") && format != null) {
        return format;
      }
      int size = header.getInt(4);
      if (size < 0 || size > MAX_CHUNK) {
        throw new IOException("The decoder's stream has no sound where it should be");
      }
      ByteBuffer content = littleEndian(size + (size & 1));
      format = id.equals("fmt ") && size >= 16 ? content : format;
    }
    throw new IOException("The decoder's stream has too many headers");
  }

  private ByteBuffer littleEndian(int size) throws IOException {
    byte[] bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("The decoder's stream ends in its header");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private long blocks(PcmSink sink, SampleFormat format, int channels, long maxFrames)
      throws IOException {
    int frameBytes = channels * format.bytes();
    byte[] bytes = new byte[BLOCK_FRAMES * frameBytes];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[][] samples = new float[channels][BLOCK_FRAMES];
    long frames = 0;
    int read;
    do {
      read = in.readNBytes(bytes, 0, bytes.length);
      int count = read / frameBytes;
      format.separate(buffer, samples, count);
      sink.accept(samples, count);
      frames += count;
      if (frames > maxFrames) {
        throw new IOException("The decoder gives more sound than the headers announce");
      }
    } while (read == bytes.length);
    return frames;
  }
}
