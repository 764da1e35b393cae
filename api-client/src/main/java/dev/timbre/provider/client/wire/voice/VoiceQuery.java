package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;

/** Asks for the voices of one type, or of all. */
public record VoiceQuery(VoiceType type) implements WireRequest {

  @Override
  public JsonObject toJson() {
    return new Fields().text("voice_type", type.value()).toJson();
  }
}
