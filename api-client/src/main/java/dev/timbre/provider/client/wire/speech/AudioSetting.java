package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the audio is encoded. What is empty is left to the provider (mp3, 32 kHz, 128 kbit/s, mono).
 *
 * @param sampleRate 8000, 16000, 22050, 24000, 32000 or 44100 Hz; opus also 12000 and 48000 Hz
 * @param bitrate 32000, 64000, 128000 or 256000 bit/s; counts for mp3 only
 * @param channels 1 or 2
 */
public record AudioSetting(
    OptionalInt sampleRate,
    OptionalInt bitrate,
    Optional<AudioFormat> format,
    OptionalInt channels) {

  private static final Set<Integer> SAMPLE_RATES = Set.of(8000, 16000, 22050, 24000, 32000, 44100);

  /** Rates that only this format has; the one format whose rates are told apart. */
  private static final Set<Integer> OPUS_RATES = Set.of(8000, 12000, 16000, 24000, 48000);

  private static final Set<Integer> BITRATES = Set.of(32000, 64000, 128000, 256000);
  private static final Set<Integer> CHANNELS = Set.of(1, 2);

  /**
   * @throws InvalidRequest when a value is none of the allowed ones
   */
  public AudioSetting {
    boolean otherRate =
        format.filter(f -> !f.isKnown()).isPresent()
            || (format.equals(Optional.of(AudioFormat.OPUS))
                && sampleRate.isPresent()
                && OPUS_RATES.contains(sampleRate.getAsInt()));
    if (!otherRate) {
      Check.oneOf("audio_setting.sample_rate", sampleRate, SAMPLE_RATES);
    }
    Check.oneOf("audio_setting.bitrate", bitrate, BITRATES);
    Check.oneOf("audio_setting.channel", channels, CHANNELS);
  }

  /** Everything left to the provider. */
  public static AudioSetting defaults() {
    return new AudioSetting(
        OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty());
  }

  /** For the rates that only a special format has, choose the format first. */
  public AudioSetting withSampleRate(int hertz) {
    return new AudioSetting(OptionalInt.of(hertz), bitrate, format, channels);
  }

  public AudioSetting withBitrate(int bitsPerSecond) {
    return new AudioSetting(sampleRate, OptionalInt.of(bitsPerSecond), format, channels);
  }

  public AudioSetting withFormat(AudioFormat value) {
    return new AudioSetting(sampleRate, bitrate, Optional.of(value), channels);
  }

  public AudioSetting withChannels(int count) {
    return new AudioSetting(sampleRate, bitrate, format, OptionalInt.of(count));
  }

  JsonObject toJson() {
    return new Fields()
        .number("sample_rate", sampleRate)
        .number("bitrate", bitrate)
        .text("format", format)
        .number("channel", channels)
        .toJson();
  }
}
