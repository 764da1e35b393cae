package dev.timbre.sandbox;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/** What an independent decoding of some encoded sound finds. */
record SoundFile(int rate, int channels, double seconds) {

  static SoundFile of(byte[] audio, String format, int rate, int channels) throws IOException {
    if (format.equals("pcm")) {
      return new SoundFile(rate, channels, audio.length / 2.0 / channels / rate);
    }
    if (format.equals("pcmu_raw")) {
      return new SoundFile(rate, channels, (double) audio.length / channels / rate);
    }
    Path file = Files.createTempFile("sound", ".bin");
    try {
      Files.write(file, audio);
      return decode(file, demuxer(format));
    } finally {
      Files.delete(file);
    }
  }

  private static String demuxer(String format) {
    return switch (format) {
      case "opus" -> "ogg";
      case "pcmu_wav" -> "wav";
      default -> format;
    };
  }

  private static SoundFile decode(Path file, String demuxer) {
    AVFormatContext input = new AVFormatContext(null);
    check(
        avformat_open_input(
            input, file.toString(), av_find_input_format(demuxer), (AVDictionary) null));
    check(avformat_find_stream_info(input, (PointerPointer<?>) null));
    AVCodec codec = avcodec_find_decoder(input.streams(0).codecpar().codec_id());
    AVCodecContext decoder = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(decoder, input.streams(0).codecpar());
    decoder.pkt_timebase(input.streams(0).time_base());
    check(avcodec_open2(decoder, codec, (AVDictionary) null));
    var packet = av_packet_alloc();
    var frame = av_frame_alloc();
    long samples = 0;
    boolean more = true;
    while (more) {
      more = av_read_frame(input, packet) >= 0;
      avcodec_send_packet(decoder, more ? packet : null);
      while (avcodec_receive_frame(decoder, frame) >= 0) {
        samples += frame.nb_samples();
      }
      av_packet_unref(packet);
    }
    SoundFile found =
        new SoundFile(
            decoder.sample_rate(),
            decoder.ch_layout().nb_channels(),
            (double) samples / decoder.sample_rate());
    av_packet_free(packet);
    av_frame_free(frame);
    avcodec_free_context(decoder);
    avformat_close_input(input);
    return found;
  }

  private static void check(int result) {
    if (result < 0) {
      throw new IllegalStateException("libav said " + result);
    }
  }
}
