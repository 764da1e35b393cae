package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;

/** Asks to delete a cloned or designed voice for ever. */
public record VoiceDeletion(VoiceType type, String voiceId) implements WireRequest {

  /**
   * @throws InvalidRequest for another type, or a blank id
   */
  public VoiceDeletion {
    if (!VoiceType.CLONED.equals(type) && !VoiceType.DESIGNED.equals(type)) {
      throw new InvalidRequest("voice_type", type, "voice_cloning or voice_generation");
    }
    Check.notBlank("voice_id", voiceId);
  }

  @Override
  public JsonObject toJson() {
    return new Fields().text("voice_type", type.value()).text("voice_id", voiceId).toJson();
  }
}
