package dev.timbre.sandbox.video;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Encodes pictures into an MP4 file in memory with the LGPL build of the ffmpeg libraries. */
final class FilmEncoder implements AutoCloseable {
  /** A few hundred kilobytes for the longest film; flat pictures need no more. */
  private static final int BITS_PER_SECOND = 200_000;

  private final AVFormatContext output = new AVFormatContext(null);
  private final AVIOContext memory = new AVIOContext(null);
  private final AVCodecContext codec;
  private final AVStream stream;
  private final AVFrame frame;
  private SwsContext scaler;

  static {
    av_log_set_level(AV_LOG_QUIET);
  }

  FilmEncoder(int width, int height, int framesPerSecond) {
    check(avformat_alloc_output_context2(output, null, "mp4", null), "muxer");
    output.flags(output.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
    AVCodec encoder = avcodec_find_encoder_by_name("libopenh264");
    stream = avformat_new_stream(output, null);
    codec = avcodec_alloc_context3(encoder);
    codec.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P);
    codec.time_base(av_make_q(1, framesPerSecond));
    codec.framerate(av_make_q(framesPerSecond, 1));
    codec.bit_rate(BITS_PER_SECOND).gop_size(framesPerSecond * 2);
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    check(avcodec_open2(codec, encoder, (AVDictionary) null), "encoder");
    avcodec_parameters_from_context(stream.codecpar(), codec);
    stream.time_base(codec.time_base());
    frame = av_frame_alloc();
    frame.width(width).height(height).format(AV_PIX_FMT_YUV420P).pts(0);
    check(av_frame_get_buffer(frame, 0), "frame");
    check(avio_open_dyn_buf(memory), "buffer");
    output.pb(memory);
    check(avformat_write_header(output, (AVDictionary) null), "header");
  }

  /**
   * Adds a picture of three bytes a pixel, which is scaled to the film; all must be equal in size.
   */
  void add(BufferedImage picture) {
    if (scaler == null) {
      scaler =
          sws_getContext(
              picture.getWidth(),
              picture.getHeight(),
              AV_PIX_FMT_BGR24,
              codec.width(),
              codec.height(),
              AV_PIX_FMT_YUV420P,
              SWS_BILINEAR,
              null,
              null,
              (DoublePointer) null);
    }
    check(av_frame_make_writable(frame), "frame");
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    try (BytePointer bytes = new BytePointer(pixels);
        PointerPointer<BytePointer> source = new PointerPointer<>(4L);
        IntPointer stride = new IntPointer(3 * picture.getWidth(), 0, 0, 0)) {
      source.put(0, bytes);
      check(
          sws_scale(scaler, source, stride, 0, picture.getHeight(), frame.data(), frame.linesize()),
          "scaling");
    }
    check(avcodec_send_frame(codec, frame), "send");
    frame.pts(frame.pts() + 1);
    receive();
  }

  /** Ends the film; nothing can be added afterwards. */
  byte[] finish() {
    check(avcodec_send_frame(codec, null), "flush");
    receive();
    check(av_write_trailer(output), "trailer");
    BytePointer bytes = new BytePointer((BytePointer) null);
    int size = avio_close_dyn_buf(memory, bytes);
    output.pb(null);
    byte[] result = new byte[size];
    bytes.position(0).get(result);
    av_free(bytes);
    return result;
  }

  private void receive() {
    AVPacket packet = av_packet_alloc();
    try {
      while (avcodec_receive_packet(codec, packet) >= 0) {
        packet.duration(1);
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
      throw new IllegalStateException("film encoding failed at " + what + ": " + result);
    }
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(codec);
    sws_freeContext(scaler);
    avformat_free_context(output);
  }
}
