package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.WireObject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the provider says about audio that it made.
 *
 * @param sampleRate in Hz
 * @param size in bytes; providers sometimes answer 0
 * @param bitrate in bit/s
 */
public record AudioInfo(
    Optional<Duration> length,
    OptionalInt sampleRate,
    OptionalLong size,
    OptionalInt bitrate,
    Optional<AudioFormat> format,
    OptionalInt channels) {

  public static AudioInfo read(Optional<WireObject> extraInfo) {
    WireObject info = extraInfo.orElse(WireObject.EMPTY);
    OptionalLong millis = info.integer("audio_length");
    return new AudioInfo(
        millis.isPresent() ? Optional.of(Duration.ofMillis(millis.getAsLong())) : Optional.empty(),
        info.smallInteger("audio_sample_rate"),
        info.integer("audio_size"),
        info.smallInteger("bitrate"),
        info.text("audio_format").filter(text -> !text.isBlank()).map(AudioFormat::new),
        info.smallInteger("audio_channel"));
  }
}
