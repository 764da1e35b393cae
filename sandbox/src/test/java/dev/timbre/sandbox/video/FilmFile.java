package dev.timbre.sandbox.video;

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

/**
 * What an independent decoding of a film finds.
 *
 * @param frames how many were really decoded
 */
public record FilmFile(String codec, int width, int height, int frames, double seconds) {

  public static FilmFile of(byte[] film) throws IOException {
    Path file = Files.createTempFile("film", ".mp4");
    try {
      Files.write(file, film);
      return decode(file);
    } finally {
      Files.delete(file);
    }
  }

  private static FilmFile decode(Path file) {
    AVFormatContext input = new AVFormatContext(null);
    check(
        avformat_open_input(
            input, file.toString(), av_find_input_format("mov"), (AVDictionary) null));
    check(avformat_find_stream_info(input, (PointerPointer<?>) null));
    AVCodec codec = avcodec_find_decoder(input.streams(0).codecpar().codec_id());
    AVCodecContext decoder = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(decoder, input.streams(0).codecpar());
    check(avcodec_open2(decoder, codec, (AVDictionary) null));
    var packet = av_packet_alloc();
    var frame = av_frame_alloc();
    int frames = 0;
    boolean more = true;
    while (more) {
      more = av_read_frame(input, packet) >= 0;
      avcodec_send_packet(decoder, more ? packet : null);
      while (avcodec_receive_frame(decoder, frame) >= 0) {
        frames++;
      }
      av_packet_unref(packet);
    }
    FilmFile found =
        new FilmFile(
            codec.name().getString(),
            decoder.width(),
            decoder.height(),
            frames,
            (double) input.duration() / AV_TIME_BASE);
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
