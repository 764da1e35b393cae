package dev.timbre.provider.client.archive;

import dev.timbre.provider.client.wire.speech.AudioFormat;
import dev.timbre.provider.client.wire.speech.AudioInfo;
import dev.timbre.provider.client.wire.speech.Metering;
import java.util.List;
import java.util.Optional;

/**
 * One audio file of a result, already copied to its sink, with what the archive says about it.
 *
 * @param name under which the sink was opened
 * @param bytes copied to the sink
 * @param format empty when neither the bytes nor the name tell it, as with bare pcm
 */
public record SpokenFile(
    String name,
    long bytes,
    Optional<AudioFormat> format,
    List<SubtitleLine> subtitles,
    AudioInfo info,
    Metering metering) {

  public SpokenFile {
    subtitles = List.copyOf(subtitles);
  }
}
