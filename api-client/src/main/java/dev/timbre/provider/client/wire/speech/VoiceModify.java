package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Bends the voice after synthesis.
 *
 * @param pitch -100 (deep) to 100 (bright)
 * @param intensity -100 (strong) to 100 (soft)
 * @param timbre -100 (full) to 100 (crisp)
 * @param soundEffects one of the names below, or a newer one
 */
public record VoiceModify(
    OptionalInt pitch, OptionalInt intensity, OptionalInt timbre, Optional<String> soundEffects) {

  public static final String SPACIOUS_ECHO = "spacious_echo";
  public static final String AUDITORIUM_ECHO = "auditorium_echo";
  public static final String LOFI_TELEPHONE = "lofi_telephone";
  public static final String ROBOTIC = "robotic";

  /**
   * @throws InvalidRequest when a value is out of its range
   */
  public VoiceModify {
    Check.range("voice_modify.pitch", pitch, -100, 100);
    Check.range("voice_modify.intensity", intensity, -100, 100);
    Check.range("voice_modify.timbre", timbre, -100, 100);
  }

  JsonObject toJson() {
    return new Fields()
        .number("pitch", pitch)
        .number("intensity", intensity)
        .number("timbre", timbre)
        .text("sound_effects", soundEffects)
        .toJson();
  }
}
