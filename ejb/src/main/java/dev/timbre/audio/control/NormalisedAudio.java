package dev.timbre.audio.control;

import dev.timbre.audio.entity.RecordingPurpose;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes what is sent to a provider: mono, 16 bits, under the size limit, with a header of our own.
 * Tags, pictures and whatever else an upload carried stay behind. Two channels are spooled first,
 * because only the whole recording tells how to mix them.
 */
final class NormalisedAudio implements PcmSink, AutoCloseable {

  private static final int HEADER_BYTES = 44;
  private static final int BYTES_PER_SAMPLE = 2;
  private static final int[] REDUCED_RATES = {32_000, 24_000, 16_000};
  private static final int COPY_FRAMES = 8192;

  private final Path file;
  private final double seconds;
  private Path spool;
  private OutputStream out;
  private int sampleRate;
  private int channels;
  private long framesLeft;
  private long frames;
  private byte[] bytes = new byte[0];

  /**
   * Prepares the file.
   *
   * @param directory where the file and its spool go
   * @param seconds length that counts; what decoders add behind it is cut off, or a recording of
   *     just the longest length would be too long
   */
  NormalisedAudio(Path directory, double seconds) throws IOException {
    this.file = Files.createTempFile(directory, "normalised-", ".wav");
    this.seconds = seconds;
  }

  /**
   * The sample rate at which so much sound fits under the size limit: 0 for its own, else the
   * highest of a few that does.
   */
  static int rateFor(int sampleRate, double seconds) {
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
  public void begin(int rate, int count) throws IOException {
    sampleRate = rate;
    channels = count;
    framesLeft = Math.round(seconds * rate);
    Path target = file;
    if (count > 1) {
      spool = Files.createTempFile(file.getParent(), "spool-", ".pcm");
      target = spool;
    }
    out = Files.newOutputStream(target);
    if (count == 1) {
      out.write(new byte[HEADER_BYTES]);
    }
  }

  @Override
  public void accept(float[][] samples, int count) throws IOException {
    int kept = (int) Math.min(count, framesLeft);
    if (bytes.length < kept * channels * BYTES_PER_SAMPLE) {
      bytes = new byte[kept * channels * BYTES_PER_SAMPLE];
    }
    int at = 0;
    for (int i = 0; i < kept; i++) {
      for (int channel = 0; channel < channels; channel++) {
        int value = toShort(samples[channel][i]);
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
        at += BYTES_PER_SAMPLE;
      }
    }
    out.write(bytes, 0, at);
    framesLeft -= kept;
    frames += kept;
  }

  // Full scale is 32768, so that 16-bit recordings pass through unchanged.
  private static int toShort(float value) {
    return Math.max(-32768, Math.min(32767, Math.round(value * 32768f)));
  }

  /**
   * Finishes the file.
   *
   * @param mix how two channels become one
   * @return the file, which then belongs to the caller
   */
  Path finish(Downmix mix) throws IOException {
    out.close();
    if (channels > 1) {
      try (InputStream in = Files.newInputStream(spool);
          OutputStream mono = new BufferedOutputStream(Files.newOutputStream(file))) {
        mono.write(new byte[HEADER_BYTES]);
        mixDown(in, mono, mix);
      }
    }
    writeHeader();
    close();
    return file;
  }

  private void mixDown(InputStream in, OutputStream mono, Downmix mix) throws IOException {
    byte[] block = new byte[COPY_FRAMES * 2 * BYTES_PER_SAMPLE];
    byte[] mixed = new byte[COPY_FRAMES * BYTES_PER_SAMPLE];
    int read;
    do {
      read = in.readNBytes(block, 0, block.length);
      ByteBuffer pairs = ByteBuffer.wrap(block, 0, read).order(ByteOrder.LITTLE_ENDIAN);
      ByteBuffer target = ByteBuffer.wrap(mixed).order(ByteOrder.LITTLE_ENDIAN);
      while (pairs.remaining() >= 2 * BYTES_PER_SAMPLE) {
        target.putShort(mix.of(pairs.getShort(), pairs.getShort()));
      }
      mono.write(mixed, 0, target.position());
    } while (read == block.length);
  }

  private void writeHeader() throws IOException {
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
    try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.write(header);
    }
  }

  /** Removes the file; for when the recording is refused after all. */
  void discard() throws IOException {
    close();
    Files.deleteIfExists(file);
  }

  /** Closes what is open and removes the spool; the finished file stays. */
  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
    if (spool != null) {
      Files.deleteIfExists(spool);
    }
  }
}
