package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How music is encoded. What is empty is left to the provider.
 *
 * @param sampleRate 16000, 24000, 32000 or 44100 Hz
 * @param bitrate 32000, 64000, 128000 or 256000 bit/s
 * @param format mp3, wav or pcm
 */
public record MusicAudioSetting(
    OptionalInt sampleRate, OptionalInt bitrate, Optional<AudioFormat> format) {

  private static final Set<Integer> SAMPLE_RATES = Set.of(16000, 24000, 32000, 44100);
  private static final Set<Integer> BITRATES = Set.of(32000, 64000, 128000, 256000);

  /**
   * @throws InvalidRequest when a value is none of the allowed ones
   */
  public MusicAudioSetting {
    Check.oneOf("audio_setting.sample_rate", sampleRate, SAMPLE_RATES);
    Check.oneOf("audio_setting.bitrate", bitrate, BITRATES);
    if (format.filter(AudioFormat.FLAC::equals).isPresent()) {
      throw new InvalidRequest("audio_setting.format", "flac", "mp3, wav or pcm");
    }
  }

  /** Everything left to the provider. */
  public static MusicAudioSetting defaults() {
    return new MusicAudioSetting(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
  }

  public MusicAudioSetting withSampleRate(int hertz) {
    return new MusicAudioSetting(OptionalInt.of(hertz), bitrate, format);
  }

  public MusicAudioSetting withBitrate(int bitsPerSecond) {
    return new MusicAudioSetting(sampleRate, OptionalInt.of(bitsPerSecond), format);
  }

  public MusicAudioSetting withFormat(AudioFormat value) {
    return new MusicAudioSetting(sampleRate, bitrate, Optional.of(value));
  }

  JsonObject toJson() {
    return new Fields()
        .number("sample_rate", sampleRate)
        .number("bitrate", bitrate)
        .text("format", format)
        .toJson();
  }
}
