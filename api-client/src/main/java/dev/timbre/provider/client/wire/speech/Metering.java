package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the provider counted.
 *
 * @param usageCharacters billed characters; a Chinese character counts 2
 * @param wordCount letters, digits and Chinese characters, without punctuation
 * @param invisibleCharacterRatio 0 to 1; above 0.1 the provider refuses with 1042
 */
public record Metering(
    OptionalLong usageCharacters, OptionalLong wordCount, OptionalDouble invisibleCharacterRatio) {

  public static Metering read(Optional<WireObject> extraInfo) {
    WireObject info = extraInfo.orElse(WireObject.EMPTY);
    return new Metering(
        info.integer("usage_characters"),
        info.integer("word_count"),
        info.decimal("invisible_character_ratio"));
  }
}
