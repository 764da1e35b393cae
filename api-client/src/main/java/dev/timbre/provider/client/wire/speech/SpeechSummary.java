package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;

/**
 * What a provider says about streamed speech at its end. Everything is empty when it sent bare
 * audio.
 *
 * @param subtitles address of the subtitle file, if subtitles were asked for
 */
public record SpeechSummary(
    AudioInfo info, Metering metering, Optional<ProviderUrl> subtitles, Optional<String> traceId) {

  /** Reads the last event of a stream. */
  public static SpeechSummary read(WireObject last, Optional<String> traceId) {
    Optional<WireObject> extraInfo = last.object("extra_info");
    return new SpeechSummary(
        AudioInfo.read(extraInfo),
        Metering.read(extraInfo),
        last.object("data").flatMap(data -> data.url("subtitle_file")),
        traceId);
  }
}
