package dev.timbre.audio.decoder;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Writes decoded frames as a WAV stream of little-endian 32-bit floats. */
final class FloatStream {

  private static final int BYTES_PER_SAMPLE = 4;
  private static final int MAX_CHANNELS = 2;

  private final AudioInput input;
  private final OutputStream out;
  private final double maxSeconds;
  private final int wantedRate;
  private int inputRate;
  private int inputFormat;
  private int channels;
  private long framesLeft;
  private byte[] bytes = new byte[0];
  private BytePointer converted = new BytePointer(0);
  private final PointerPointer<BytePointer> output = new PointerPointer<>(1);

  /**
   * Prepares the stream.
   *
   * @param maxSeconds output is cut off beyond this length
   * @param wantedRate samples per second of the output; 0 keeps the input's
   */
  FloatStream(AudioInput input, OutputStream out, double maxSeconds, int wantedRate) {
    this.input = input;
    this.out = out;
    this.maxSeconds = maxSeconds;
    this.wantedRate = wantedRate;
  }

  /** Decodes to the end of the file or the longest output, whichever is first. */
  void writeAll() throws IOException {
    AVFrame frame = input.next();
    if (frame == null) {
      throw new IOException("the file holds no sound");
    }
    SwrContext converter = begin(frame);
    while (frame != null && framesLeft > 0) {
      if (frame.sample_rate() != inputRate
          || frame.format() != inputFormat
          || frame.ch_layout().nb_channels() != channels) {
        throw new IOException("the sound changes its format on the way");
      }
      convert(converter, frame.extended_data(), frame.nb_samples());
      frame = input.next();
    }
    if (framesLeft > 0) {
      convert(converter, null, 0);
    }
    swr_free(converter);
  }

  private SwrContext begin(AVFrame frame) throws IOException {
    inputRate = frame.sample_rate();
    inputFormat = frame.format();
    AVChannelLayout layout = frame.ch_layout();
    channels = layout.nb_channels();
    if (channels < 1 || channels > MAX_CHANNELS || inputRate <= 0) {
      throw new IOException("neither mono nor stereo");
    }
    int outputRate = wantedRate == 0 ? inputRate : wantedRate;
    SwrContext converter = new SwrContext(null);
    int made =
        swr_alloc_set_opts2(
            converter,
            layout,
            AV_SAMPLE_FMT_FLT,
            outputRate,
            layout,
            inputFormat,
            inputRate,
            0,
            null);
    if (made < 0 || swr_init(converter) < 0) {
      throw new IOException("cannot convert the samples");
    }
    framesLeft = (long) (maxSeconds * outputRate);
    out.write(header(outputRate));
    return converter;
  }

  private void convert(SwrContext converter, PointerPointer<?> samples, int count)
      throws IOException {
    int room = swr_get_out_samples(converter, count);
    if (room <= 0) {
      return;
    }
    int frameBytes = channels * BYTES_PER_SAMPLE;
    if (bytes.length < room * frameBytes) {
      converted.close();
      bytes = new byte[room * frameBytes];
      converted = new BytePointer(bytes.length);
      output.put(0, converted);
    }
    int made = swr_convert(converter, output, room, samples, count);
    if (made < 0) {
      throw new IOException("cannot convert the samples");
    }
    int frames = (int) Math.min(made, framesLeft);
    converted.position(0).get(bytes, 0, frames * frameBytes);
    out.write(bytes, 0, frames * frameBytes);
    framesLeft -= frames;
  }

  private byte[] header(int rate) {
    return ByteBuffer.allocate(44)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(-1)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 3)
        .putShort((short) channels)
        .putInt(rate)
        .putInt(rate * channels * BYTES_PER_SAMPLE)
        .putShort((short) (channels * BYTES_PER_SAMPLE))
        .putShort((short) (8 * BYTES_PER_SAMPLE))
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(-1)
        .array();
  }
}
