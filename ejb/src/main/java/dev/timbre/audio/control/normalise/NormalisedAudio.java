package dev.timbre.audio.control.normalise;

import dev.timbre.audio.control.decode.PcmSink;
import dev.timbre.audio.entity.RecordingPurpose;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes what is sent to a provider: mono, 16 bits, under the size limit, with a header of our own.
 * Tags, pictures and whatever else an upload carried stay behind.
 */
public final class NormalisedAudio implements PcmSink, AutoCloseable {

  private static final int HEADER_BYTES = 44;
  private static final int BYTES_PER_SAMPLE = 2;
  private static final int[] REDUCED_RATES = {32_000, 24_000, 16_000};

  private final Path file;
  private final SeekableByteChannel out;
  private final double seconds;
  private final Downmix mix;
  private int sampleRate;
  private long framesLeft;
  private long frames;
  private ByteBuffer block = ByteBuffer.allocate(0);

  /**
   * Creates the file.
   *
   * @param directory where to
   * @param seconds length that counts; what decoders add behind it is cut off, or a recording of
   *     just the longest length would be too long
   * @param mix how two channels become one
   */
  public NormalisedAudio(Path directory, double seconds, Downmix mix) throws IOException {
    this.file = Files.createTempFile(directory, "normalised-", ".wav");
    this.out = Files.newByteChannel(file, StandardOpenOption.WRITE);
    this.seconds = seconds;
    this.mix = mix;
  }

  /**
   * The sample rate at which so much sound fits under the size limit: 0 for its own, else the
   * highest of a few that does.
   */
  public static int rateFor(int sampleRate, double seconds) {
    if (fits(sampleRate, seconds)) {
      return 0;
    }
    for (int rate : REDUCED_RATES) {
      if (fits(rate, seconds)) {
        return rate;
      }
    }
    throw new IllegalArgumentException(seconds + " s of sound fit at no rate");
  }

  private static boolean fits(int sampleRate, double seconds) {
    return HEADER_BYTES + Math.ceil(seconds * sampleRate) * BYTES_PER_SAMPLE
        <= RecordingPurpose.MAX_BYTES;
  }

  @Override
  public void begin(int rate, int channels) throws IOException {
    sampleRate = rate;
    framesLeft = Math.round(seconds * rate);
    out.position(HEADER_BYTES);
  }

  @Override
  public void accept(float[][] samples, int count) throws IOException {
    int kept = (int) Math.min(count, framesLeft);
    if (block.capacity() < kept * BYTES_PER_SAMPLE) {
      block = ByteBuffer.allocate(kept * BYTES_PER_SAMPLE).order(ByteOrder.LITTLE_ENDIAN);
    }
    block.clear();
    mix.write(samples, kept, block);
    block.flip();
    while (block.hasRemaining()) {
      out.write(block);
    }
    framesLeft -= kept;
    frames += kept;
  }

  /**
   * Finishes the file.
   *
   * @return the file, which then belongs to the caller
   */
  public Path finish() throws IOException {
    int dataBytes = (int) (frames * BYTES_PER_SAMPLE);
    ByteBuffer header =
        ByteBuffer.allocate(HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("RIFF".getBytes(StandardCharsets.US_ASCII))
            .putInt(HEADER_BYTES - 8 + dataBytes)
            .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
            .putInt(16)
            .putShort((short) 1)
            .putShort((short) 1)
            .putInt(sampleRate)
            .putInt(sampleRate * BYTES_PER_SAMPLE)
            .putShort((short) BYTES_PER_SAMPLE)
            .putShort((short) (8 * BYTES_PER_SAMPLE))
            .put("data".getBytes(StandardCharsets.US_ASCII))
            .putInt(dataBytes)
            .flip();
    out.position(0);
    while (header.hasRemaining()) {
      out.write(header);
    }
    out.close();
    return file;
  }

  /** Removes the file unless it is finished. */
  @Override
  public void close() throws IOException {
    if (out.isOpen()) {
      out.close();
      Files.deleteIfExists(file);
    }
  }
}
