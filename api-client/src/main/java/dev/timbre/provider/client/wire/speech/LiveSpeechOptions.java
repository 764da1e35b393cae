package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Collects the options of speech that comes while the caller waits, in an answer, a stream or a
 * WebSocket. Those not set are left to the provider's default.
 *
 * @param <B> the builder that has them
 */
public abstract sealed class LiveSpeechOptions<B extends LiveSpeechOptions<B>>
    extends SpeechOptions<B> permits SpeechRequest.Builder, SocketSetting.Builder {

  private static final int MOST_VOICES_MIXED = 4;

  private AudioSetting audio = AudioSetting.defaults();
  private List<TimbreWeight> mix = List.of();
  private Optional<SubtitleType> subtitleType = Optional.empty();
  private Optional<Boolean> continuousSound = Optional.empty();

  LiveSpeechOptions(SpeechModel model, VoiceSetting voice) {
    super(model, voice);
  }

  LiveSpeechOptions(LiveSpeechOptions<B> other) {
    super(other);
    audio = other.audio;
    mix = other.mix;
    subtitleType = other.subtitleType;
    continuousSound = other.continuousSound;
  }

  public B audio(AudioSetting value) {
    audio = Objects.requireNonNull(value, "audio");
    return self();
  }

  /**
   * Mixes voices.
   *
   * @throws InvalidRequest for more than 4
   */
  public B mix(List<TimbreWeight> weights) {
    if (weights.size() > MOST_VOICES_MIXED) {
      throw new InvalidRequest("timbre_weights", weights.size() + " voices", "at most 4");
    }
    mix = List.copyOf(weights);
    return self();
  }

  /** Asks for subtitles too. */
  public B subtitles(SubtitleType type) {
    subtitleType = Optional.of(type);
    return self();
  }

  /** Asks for smoother joins between pieces; 2.8 models only. */
  public B continuousSound(boolean value) {
    continuousSound = Optional.of(value);
    return self();
  }

  AudioSetting audio() {
    return audio;
  }

  @Override
  void checkVoice() {
    if (mix.isEmpty()) {
      Check.notBlank("voice_setting.voice_id", voice().voiceId());
    }
  }

  @Override
  Fields writeMix(Fields fields) {
    return fields.objects("timbre_weights", mix.stream().map(TimbreWeight::toJson));
  }

  @Override
  Fields writeTo(Fields fields) {
    return super.writeTo(fields)
        .flag("subtitle_enable", subtitleType.map(type -> true))
        .text("subtitle_type", subtitleType)
        .flag("continuous_sound", continuousSound);
  }
}
