package dev.timbre.speech.control.label;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/**
 * A file as FFmpeg reads it, which knows nothing of our labels.
 *
 * @param label what it shows under AIGC; null for nothing
 * @param packets how many pieces of sound
 * @param sound their digest
 */
record Played(String label, int packets, String sound) {

  static Played of(Path file) throws Exception {
    AVFormatContext format = new AVFormatContext(null);
    if (avformat_open_input(format, "file:" + file, null, (AVDictionary) null) < 0
        || avformat_find_stream_info(format, (AVDictionary) null) < 0) {
      throw new AssertionError("FFmpeg cannot read " + file);
    }
    AVPacket packet = av_packet_alloc();
    try {
      AVDictionaryEntry entry = av_dict_get(format.metadata(), "AIGC", null, 0);
      String label =
          entry == null || entry.isNull() ? null : entry.value().getString(StandardCharsets.UTF_8);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      int packets = 0;
      while (av_read_frame(format, packet) >= 0) {
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        digest.update(bytes);
        packets++;
        av_packet_unref(packet);
      }
      return new Played(label, packets, HexFormat.of().formatHex(digest.digest()));
    } finally {
      av_packet_free(packet);
      avformat_close_input(format);
    }
  }
}
