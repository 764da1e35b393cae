package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import jakarta.json.JsonObject;
import java.util.OptionalInt;

/**
 * One voice of a mix.
 *
 * @param weight 1 to 100
 */
public record TimbreWeight(String voiceId, int weight) {

  /**
   * @throws InvalidRequest for a blank id or a weight out of range
   */
  public TimbreWeight {
    Check.notBlank("timbre_weights.voice_id", voiceId);
    Check.range("timbre_weights.weight", OptionalInt.of(weight), 1, 100);
  }

  JsonObject toJson() {
    return new Fields().text("voice_id", voiceId).number("weight", OptionalInt.of(weight)).toJson();
  }
}
