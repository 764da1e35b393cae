package dev.timbre.audio.decoder;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The first audio stream of a file, as decoded frames, with demuxer, protocol and codecs forced.
 */
final class AudioInput implements AutoCloseable {

  /** Packets in a row that no decoder understands before the file counts as damaged. */
  private static final int MAX_BAD_PACKETS = 1_000;

  private final AVFormatContext format;
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private AVCodecContext codec;
  private int stream;
  private int badPackets;
  private boolean draining;

  private AudioInput(AVFormatContext format) {
    this.format = format;
  }

  /** Opens a local file; nothing in it can make libav open another file or an address. */
  static AudioInput open(String demuxer, String codecs, String path) throws IOException {
    AVFormatContext format = new AVFormatContext(null);
    AVDictionary options = new AVDictionary();
    av_dict_set(options, "protocol_whitelist", "file", 0);
    av_dict_set(options, "format_whitelist", demuxer, 0);
    av_dict_set(options, "codec_whitelist", codecs, 0);
    int opened =
        avformat_open_input(format, "file:" + path, av_find_input_format(demuxer), options);
    av_dict_free(options);
    require(opened, "open");
    AudioInput input = new AudioInput(format);
    try {
      input.openStream(codecs);
      return input;
    } catch (IOException e) {
      input.close();
      throw e;
    }
  }

  private void openStream(String codecs) throws IOException {
    require(avformat_find_stream_info(format, (PointerPointer<?>) null), "find the streams of");
    stream = firstAudioStream();
    AVStream audio = format.streams(stream);
    AVCodec decoder = avcodec_find_decoder(audio.codecpar().codec_id());
    if (decoder == null) {
      throw new IOException("no decoder for the audio stream");
    }
    codec = avcodec_alloc_context3(decoder);
    require(avcodec_parameters_to_context(codec, audio.codecpar()), "set up the codec of");
    codec.pkt_timebase(audio.time_base());
    codec.thread_count(1);
    AVDictionary options = new AVDictionary();
    av_dict_set(options, "codec_whitelist", codecs, 0);
    int opened = avcodec_open2(codec, decoder, options);
    av_dict_free(options);
    require(opened, "open the codec of");
  }

  private int firstAudioStream() throws IOException {
    for (int i = 0; i < format.nb_streams(); i++) {
      if (format.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
        return i;
      }
    }
    throw new IOException("no audio stream");
  }

  /**
   * The next frame, valid until the next call; null at the end.
   *
   * @throws IOException when the stream cannot be decoded
   */
  AVFrame next() throws IOException {
    while (true) {
      int received = avcodec_receive_frame(codec, frame);
      if (received == 0) {
        badPackets = 0;
        return frame;
      }
      if (received == AVERROR_EOF) {
        return null;
      }
      if (received != avutil.AVERROR_EAGAIN()) {
        countBadPacket();
      } else if (!draining) {
        feed();
      } else {
        throw new IOException("the decoder neither takes nor gives");
      }
    }
  }

  private void feed() throws IOException {
    int read = av_read_frame(format, packet);
    if (read < 0) {
      draining = true;
      avcodec_send_packet(codec, null);
      return;
    }
    if (packet.stream_index() == stream && avcodec_send_packet(codec, packet) < 0) {
      countBadPacket();
    }
    av_packet_unref(packet);
  }

  private void countBadPacket() throws IOException {
    badPackets++;
    if (badPackets > MAX_BAD_PACKETS) {
      throw new IOException("too many undecodable packets");
    }
  }

  private static void require(int result, String action) throws IOException {
    if (result < 0) {
      throw new IOException("cannot " + action + " the file: error " + result);
    }
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    if (codec != null) {
      avcodec_free_context(codec);
    }
    avformat_close_input(format);
  }
}
