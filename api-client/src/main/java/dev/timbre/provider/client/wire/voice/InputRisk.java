package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the provider's risk control says of a sample. A hit does not undo the success: a person
 * decides.
 *
 * @param judged false when the answer says nothing about risk
 * @param type 0 normal, 1 severe violation, 2 pornographic, 3 advertising, 4 prohibited, 5 abuse, 6
 *     violence or terror, 7 other
 */
public record InputRisk(boolean judged, boolean hit, int type) {

  private static final String FIELD = "input_sensitive";

  /** Reads a boolean with {@code input_sensitive_type} beside it, or an object with a type. */
  public static InputRisk read(WireObject root) {
    Optional<WireObject> object = root.object(FIELD);
    if (object.isPresent()) {
      OptionalInt type = object.get().smallInteger("type");
      return new InputRisk(type.isPresent(), type.orElse(0) != 0, type.orElse(0));
    }
    Optional<Boolean> hit = root.flag(FIELD);
    OptionalInt type = root.smallInteger("input_sensitive_type");
    boolean judged = hit.isPresent() || type.isPresent();
    return new InputRisk(judged, hit.orElse(type.orElse(0) != 0), type.orElse(0));
  }
}
