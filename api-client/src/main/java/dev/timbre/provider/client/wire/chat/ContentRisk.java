package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the provider's risk control says of one direction of a conversation.
 *
 * @param judged false when the answer says nothing about it
 * @param type 0 normal, 1 severe violation, 2 pornographic, 3 advertising, 4 prohibited, 5 abuse, 6
 *     violence or terror, 7 other; open
 */
public record ContentRisk(boolean judged, boolean hit, int type) {

  /** Of what was asked. */
  static ContentRisk ofInput(WireObject root) {
    return read(root, "input_sensitive");
  }

  /** Of what was answered; its type has a second name. */
  static ContentRisk ofOutput(WireObject root) {
    return read(root, "output_sensitive");
  }

  private static ContentRisk read(WireObject root, String field) {
    Optional<Boolean> hit = root.flag(field);
    int type =
        Stream.of("_type", "_int")
            .map(end -> root.smallInteger(field + end))
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .filter(number -> number != 0)
            .findFirst()
            .orElse(0);
    boolean judged = hit.isPresent() || root.has(field + "_type") || root.has(field + "_int");
    return new ContentRisk(judged, hit.orElse(false) || type != 0, type);
  }
}
