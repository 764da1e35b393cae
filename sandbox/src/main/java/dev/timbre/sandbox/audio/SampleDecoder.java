package dev.timbre.sandbox.audio;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Decodes the first channel of a sound file. The demuxer is chosen from the bytes and forced, so
 * that a playlist in disguise cannot make the library open other files.
 */
public final class SampleDecoder {
  /** Enough to see that a sample is longer than the five minutes the service takes. */
  private static final int MAX_SECONDS = 302;

  static {
    av_log_set_level(AV_LOG_QUIET);
  }

  private SampleDecoder() {}

  /**
   * Decodes a file, at most its first 302 seconds.
   *
   * @throws UndecodableAudio when the bytes are of another kind or hold no sound
   */
  public static Pcm decode(Path file) throws IOException, UndecodableAudio {
    return decode(file, MAX_SECONDS);
  }

  /**
   * Decodes a file as far as a number of seconds, and a little further.
   *
   * @throws UndecodableAudio when the bytes are of another kind or hold no sound
   */
  public static Pcm decode(Path file, int maxSeconds) throws IOException, UndecodableAudio {
    return decode(file, SoundKind.SAMPLES, new SampleBuffer(maxSeconds, true)).toPcm();
  }

  /**
   * Decodes a file of any kind only to see how long it is: as far as a number of seconds, and a
   * little further.
   *
   * @throws UndecodableAudio when the bytes are of no kind of sound or hold none
   */
  public static double secondsOf(Path file, int maxSeconds) throws IOException, UndecodableAudio {
    Set<SoundKind> any = EnumSet.allOf(SoundKind.class);
    return decode(file, any, new SampleBuffer(maxSeconds, false)).seconds();
  }

  private static SampleBuffer decode(Path file, Set<SoundKind> allowed, SampleBuffer sound)
      throws IOException, UndecodableAudio {
    String demuxer =
        SoundKind.of(file)
            .filter(allowed::contains)
            .map(SoundKind::demuxer)
            .orElseThrow(() -> new UndecodableAudio("the bytes are none of " + allowed));
    AVInputFormat format = av_find_input_format(demuxer);
    AVFormatContext input = new AVFormatContext(null);
    String url = "file:" + file.toAbsolutePath();
    if (avformat_open_input(input, url, format, (AVDictionary) null) < 0) {
      throw new UndecodableAudio("the file cannot be opened as " + demuxer);
    }
    try {
      decode(input, sound);
    } finally {
      avformat_close_input(input);
    }
    return sound;
  }

  private static void decode(AVFormatContext input, SampleBuffer sound) throws UndecodableAudio {
    if (avformat_find_stream_info(input, (PointerPointer<?>) null) < 0) {
      throw new UndecodableAudio("the file has no readable stream");
    }
    int index = av_find_best_stream(input, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
    if (index < 0) {
      throw new UndecodableAudio("the file has no audio stream");
    }
    var stream = input.streams(index);
    AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
    if (codec == null || codec.isNull()) {
      throw new UndecodableAudio("the audio codec is not supported");
    }
    AVCodecContext decoder = avcodec_alloc_context3(codec);
    try {
      avcodec_parameters_to_context(decoder, stream.codecpar());
      decoder.pkt_timebase(stream.time_base());
      if (avcodec_open2(decoder, codec, (AVDictionary) null) < 0) {
        throw new UndecodableAudio("the audio codec cannot be opened");
      }
      drain(input, index, decoder, sound);
    } finally {
      avcodec_free_context(decoder);
    }
  }

  private static void drain(
      AVFormatContext input, int index, AVCodecContext decoder, SampleBuffer sound)
      throws UndecodableAudio {
    AVPacket packet = av_packet_alloc();
    AVFrame frame = av_frame_alloc();
    try {
      while (!sound.isFull() && av_read_frame(input, packet) >= 0) {
        if (packet.stream_index() == index && avcodec_send_packet(decoder, packet) >= 0) {
          receive(decoder, frame, sound);
        }
        av_packet_unref(packet);
      }
      avcodec_send_packet(decoder, null);
      receive(decoder, frame, sound);
    } finally {
      av_packet_free(packet);
      av_frame_free(frame);
    }
    if (sound.isEmpty()) {
      throw new UndecodableAudio("the file holds no sound");
    }
  }

  private static void receive(AVCodecContext decoder, AVFrame frame, SampleBuffer sound) {
    while (avcodec_receive_frame(decoder, frame) >= 0) {
      sound.append(frame);
      av_frame_unref(frame);
    }
  }
}
