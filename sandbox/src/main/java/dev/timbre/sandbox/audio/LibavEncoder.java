package dev.timbre.sandbox.audio;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Encodes and muxes into memory with the LGPL build of the ffmpeg libraries. */
final class LibavEncoder implements AutoCloseable {
  private final AVFormatContext output = new AVFormatContext(null);
  private final AVCodecContext codec;
  private final AVStream stream;
  private final AVIOContext memory = new AVIOContext(null);
  private float[] waiting = new float[0];
  private long sent;
  private int given;

  static {
    av_log_set_level(AV_LOG_QUIET);
  }

  /** Encodes a whole sound. */
  static byte[] encode(String codecName, String muxer, Pcm pcm, Encoding encoding) {
    try (LibavEncoder encoder = new LibavEncoder(codecName, muxer, pcm.rate(), encoding)) {
      encoder.begin("");
      encoder.add(pcm);
      encoder.end();
      return encoder.whole();
    }
  }

  /**
   * Encodes what comes bit by bit.
   *
   * @param muxerOptions {@code name=value:name=value}
   */
  static LibavEncoder stream(
      String codecName, String muxer, int rate, Encoding encoding, String muxerOptions) {
    LibavEncoder encoder = new LibavEncoder(codecName, muxer, rate, encoding);
    encoder.begin(muxerOptions);
    return encoder;
  }

  private LibavEncoder(String codecName, String muxer, int rate, Encoding encoding) {
    check(avformat_alloc_output_context2(output, null, muxer, null), "muxer");
    output.flags(output.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
    AVCodec encoder = avcodec_find_encoder_by_name(codecName);
    stream = avformat_new_stream(output, null);
    codec = avcodec_alloc_context3(encoder);
    codec.sample_rate(rate);
    codec.bit_rate(encoding.effectiveBitrate());
    codec.sample_fmt(codecName.equals("libmp3lame") ? AV_SAMPLE_FMT_S16P : AV_SAMPLE_FMT_S16);
    // For LAME the coarsest and fastest search; nobody judges the sandbox by its sound.
    if (codecName.equals("libmp3lame")) {
      codec.compression_level(9);
    }
    av_channel_layout_default(codec.ch_layout(), encoding.channels());
    codec.time_base(av_make_q(1, rate));
    if ((output.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    check(avcodec_open2(codec, encoder, (AVDictionary) null), "encoder " + codecName);
    avcodec_parameters_from_context(stream.codecpar(), codec);
    stream.time_base(codec.time_base());
  }

  private void begin(String muxerOptions) {
    check(avio_open_dyn_buf(memory), "buffer");
    output.pb(memory);
    AVDictionary options = new AVDictionary(null);
    check(av_dict_parse_string(options, muxerOptions, "=", ":", 0), "options");
    check(avformat_write_header(output, options), "header");
    av_dict_free(options);
  }

  /** Takes more sound; what does not fill a frame of the codec waits for the rest. */
  void add(Pcm pcm) {
    int block = codec.frame_size() > 0 ? codec.frame_size() : 1024;
    float[] all = Arrays.copyOf(waiting, waiting.length + pcm.samples().length);
    System.arraycopy(pcm.samples(), 0, all, waiting.length, pcm.samples().length);
    int at = 0;
    for (; at + block <= all.length; at += block) {
      send(all, at, block);
    }
    waiting = Arrays.copyOfRange(all, at, all.length);
  }

  /** There is no more sound. */
  void end() {
    if (waiting.length > 0) {
      send(waiting, 0, waiting.length);
    }
    check(avcodec_send_frame(codec, null), "flush");
    receive();
    check(av_write_trailer(output), "trailer");
  }

  /** What was written since the last call, as far as the codec gave it out. */
  byte[] fresh() {
    byte[] all = whole();
    byte[] fresh = Arrays.copyOfRange(all, given, all.length);
    given = all.length;
    return fresh;
  }

  private byte[] whole() {
    BytePointer bytes = new BytePointer((BytePointer) null);
    byte[] result = new byte[avio_get_dyn_buf(memory, bytes)];
    bytes.position(0).get(result);
    return result;
  }

  private void send(float[] samples, int at, int count) {
    AVFrame frame = av_frame_alloc();
    try {
      frame.nb_samples(count);
      frame.format(codec.sample_fmt());
      frame.sample_rate(codec.sample_rate());
      av_channel_layout_copy(frame.ch_layout(), codec.ch_layout());
      check(av_frame_get_buffer(frame, 0), "frame");
      fill(frame, samples, at, count);
      frame.pts(sent);
      sent += count;
      check(avcodec_send_frame(codec, frame), "send");
    } finally {
      av_frame_free(frame);
    }
    receive();
  }

  private static void fill(AVFrame frame, float[] samples, int at, int count) {
    int channels = frame.ch_layout().nb_channels();
    boolean planar = av_sample_fmt_is_planar(frame.format()) != 0;
    int planes = planar ? channels : 1;
    int repeat = planar ? 1 : channels;
    for (int p = 0; p < planes; p++) {
      BytePointer plane = new BytePointer(frame.data(p)).capacity((long) count * repeat * 2);
      ShortBuffer out = plane.asByteBuffer().order(ByteOrder.nativeOrder()).asShortBuffer();
      for (int i = 0; i < count; i++) {
        for (int c = 0; c < repeat; c++) {
          out.put(AudioEncoder.sample16(samples[at + i]));
        }
      }
    }
  }

  private void receive() {
    AVPacket packet = av_packet_alloc();
    try {
      while (avcodec_receive_packet(codec, packet) >= 0) {
        av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
        packet.stream_index(0);
        check(av_interleaved_write_frame(output, packet), "packet");
      }
    } finally {
      av_packet_free(packet);
    }
  }

  private static void check(int result, String what) {
    if (result < 0) {
      throw new IllegalStateException("audio encoding failed at " + what + ": " + result);
    }
  }

  @Override
  public void close() {
    if (output.pb() != null) {
      BytePointer bytes = new BytePointer((BytePointer) null);
      avio_close_dyn_buf(memory, bytes);
      av_free(bytes);
      output.pb(null);
    }
    avcodec_free_context(codec);
    avformat_free_context(output);
  }
}
