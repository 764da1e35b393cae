package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the audio of a long text is encoded. What is empty is left to the provider (mp3, 32 kHz, 128
 * kbit/s and, unlike in speech in one answer, stereo).
 *
 * @param sampleRate 8000, 16000, 22050, 24000, 32000 or 44100 Hz; for opus 8000, 12000, 16000,
 *     24000 or 48000 Hz
 * @param bitrate 32000, 64000, 128000 or 256000 bit/s; counts for mp3 only
 * @param channels 1 or 2
 */
public record LongAudioSetting(
    OptionalInt sampleRate,
    OptionalInt bitrate,
    Optional<AudioFormat> format,
    OptionalInt channels) {

  private static final Set<Integer> OPUS_RATES = Set.of(8000, 12000, 16000, 24000, 48000);
  private static final Set<Integer> SAMPLE_RATES = Set.of(8000, 16000, 22050, 24000, 32000, 44100);
  private static final Set<Integer> BITRATES = Set.of(32000, 64000, 128000, 256000);
  private static final Set<Integer> CHANNELS = Set.of(1, 2);

  /**
   * @throws InvalidRequest when a value is none of the allowed ones
   */
  public LongAudioSetting {
    boolean opus = format.filter(AudioFormat.OPUS::equals).isPresent();
    Check.oneOf("audio_setting.audio_sample_rate", sampleRate, opus ? OPUS_RATES : SAMPLE_RATES);
    Check.oneOf("audio_setting.bitrate", bitrate, BITRATES);
    Check.oneOf("audio_setting.channel", channels, CHANNELS);
  }

  /** Everything left to the provider. */
  public static LongAudioSetting defaults() {
    return new LongAudioSetting(
        OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty());
  }

  public LongAudioSetting withSampleRate(int hertz) {
    return new LongAudioSetting(OptionalInt.of(hertz), bitrate, format, channels);
  }

  public LongAudioSetting withBitrate(int bitsPerSecond) {
    return new LongAudioSetting(sampleRate, OptionalInt.of(bitsPerSecond), format, channels);
  }

  /** Before the sample rate, where that is one which only opus has. */
  public LongAudioSetting withFormat(AudioFormat value) {
    return new LongAudioSetting(sampleRate, bitrate, Optional.of(value), channels);
  }

  public LongAudioSetting withChannels(int count) {
    return new LongAudioSetting(sampleRate, bitrate, format, OptionalInt.of(count));
  }

  JsonObject toJson() {
    return new Fields()
        .number("audio_sample_rate", sampleRate)
        .number("bitrate", bitrate)
        .text("format", format)
        .number("channel", channels)
        .toJson();
  }
}
