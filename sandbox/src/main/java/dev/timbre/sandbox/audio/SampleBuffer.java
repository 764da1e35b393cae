package dev.timbre.sandbox.audio;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Grows with decoded frames and keeps their first channel as floats. */
final class SampleBuffer {
  private final int maxSeconds;
  private final boolean kept;
  private float[] samples = new float[1 << 16];
  private int size;
  private int rate;

  /**
   * Empty.
   *
   * @param maxSeconds when it is full
   * @param kept whether samples are kept, not only counted
   */
  SampleBuffer(int maxSeconds, boolean kept) {
    this.maxSeconds = maxSeconds;
    this.kept = kept;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean isFull() {
    return rate > 0 && size > (long) maxSeconds * rate;
  }

  double seconds() {
    return (double) size / rate;
  }

  Pcm toPcm() {
    return new Pcm(Arrays.copyOf(samples, size), rate);
  }

  void append(AVFrame frame) {
    rate = frame.sample_rate();
    int count = frame.nb_samples();
    if (!kept) {
      size += count;
      return;
    }
    int format = frame.format();
    int width = av_get_bytes_per_sample(format);
    boolean planar = av_sample_fmt_is_planar(format) != 0;
    int stride = planar ? width : width * frame.ch_layout().nb_channels();
    BytePointer plane = new BytePointer(frame.data(0)).capacity((long) count * stride);
    ByteBuffer bytes = plane.asByteBuffer().order(ByteOrder.nativeOrder());
    ensure(size + count);
    for (int i = 0; i < count; i++) {
      samples[size++] = sample(bytes, i * stride, format);
    }
  }

  private static float sample(ByteBuffer bytes, int at, int format) {
    return switch (format) {
      case AV_SAMPLE_FMT_U8, AV_SAMPLE_FMT_U8P -> ((bytes.get(at) & 0xFF) - 128) / 128f;
      case AV_SAMPLE_FMT_S16, AV_SAMPLE_FMT_S16P -> bytes.getShort(at) / 32768f;
      case AV_SAMPLE_FMT_S32, AV_SAMPLE_FMT_S32P -> bytes.getInt(at) / 2147483648f;
      case AV_SAMPLE_FMT_FLT, AV_SAMPLE_FMT_FLTP -> bytes.getFloat(at);
      case AV_SAMPLE_FMT_DBL, AV_SAMPLE_FMT_DBLP -> (float) bytes.getDouble(at);
      default -> 0f;
    };
  }

  private void ensure(int needed) {
    if (needed > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(needed, samples.length * 2));
    }
  }
}
