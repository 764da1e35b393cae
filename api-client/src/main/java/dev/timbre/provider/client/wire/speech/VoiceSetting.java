package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Which voice speaks, and how. What is empty is left to the provider.
 *
 * @param voiceId may be empty text only beside timbre weights
 * @param speed 0.5 to 2; default 1
 * @param volume above 0 to 10; default 1
 * @param pitch -12 to 12 semitones; default 0
 * @param textNormalization reads numbers better; default false
 * @param latexRead reads formulas between {@code $$}; forces Chinese; default false
 */
public record VoiceSetting(
    String voiceId,
    OptionalDouble speed,
    OptionalDouble volume,
    OptionalInt pitch,
    Optional<Emotion> emotion,
    Optional<Boolean> textNormalization,
    Optional<Boolean> latexRead) {

  /**
   * @throws InvalidRequest when a value is out of its range
   */
  public VoiceSetting {
    if (voiceId == null) {
      throw new InvalidRequest("voice_setting.voice_id", "missing", "the id of a voice");
    }
    Check.range("voice_setting.speed", speed, 0.5, 2);
    Check.range("voice_setting.vol", volume, 0, 10);
    if (volume.isPresent() && volume.getAsDouble() == 0) {
      throw new InvalidRequest("voice_setting.vol", 0, "above 0 to 10");
    }
    Check.range("voice_setting.pitch", pitch, -12, 12);
  }

  /** The voice as it is. */
  public static VoiceSetting of(String voiceId) {
    return new VoiceSetting(
        voiceId,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public VoiceSetting withSpeed(double value) {
    return new VoiceSetting(
        voiceId, OptionalDouble.of(value), volume, pitch, emotion, textNormalization, latexRead);
  }

  public VoiceSetting withVolume(double value) {
    return new VoiceSetting(
        voiceId, speed, OptionalDouble.of(value), pitch, emotion, textNormalization, latexRead);
  }

  public VoiceSetting withPitch(int value) {
    return new VoiceSetting(
        voiceId, speed, volume, OptionalInt.of(value), emotion, textNormalization, latexRead);
  }

  public VoiceSetting withEmotion(Emotion value) {
    return new VoiceSetting(
        voiceId, speed, volume, pitch, Optional.of(value), textNormalization, latexRead);
  }

  public VoiceSetting withTextNormalization(boolean value) {
    return new VoiceSetting(voiceId, speed, volume, pitch, emotion, Optional.of(value), latexRead);
  }

  public VoiceSetting withLatexRead(boolean value) {
    return new VoiceSetting(
        voiceId, speed, volume, pitch, emotion, textNormalization, Optional.of(value));
  }

  JsonObject toJson() {
    return toJson("text_normalization");
  }

  /**
   * @param normalization how the endpoint spells the switch {@code textNormalization}
   */
  JsonObject toJson(String normalization) {
    return new Fields()
        .text("voice_id", voiceId)
        .number("speed", speed)
        .number("vol", volume)
        .number("pitch", pitch)
        .text("emotion", emotion)
        .flag(normalization, textNormalization)
        .flag("latex_read", latexRead)
        .toJson();
  }
}
