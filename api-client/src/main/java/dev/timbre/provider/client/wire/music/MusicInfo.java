package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.wire.WireObject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the provider says about music that it made.
 *
 * @param sampleRate in Hz
 * @param bitrate in bit/s
 * @param size in bytes
 */
public record MusicInfo(
    Optional<Duration> length,
    OptionalInt sampleRate,
    OptionalInt channels,
    OptionalInt bitrate,
    OptionalLong size) {

  public static MusicInfo read(Optional<WireObject> extraInfo) {
    WireObject info = extraInfo.orElse(WireObject.EMPTY);
    OptionalLong millis = info.integer("music_duration");
    return new MusicInfo(
        millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty(),
        info.smallInteger("music_sample_rate"),
        info.smallInteger("music_channel"),
        info.smallInteger("bitrate"),
        info.integer("music_size"));
  }
}
