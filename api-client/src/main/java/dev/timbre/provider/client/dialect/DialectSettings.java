package dev.timbre.provider.client.dialect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an account knows better than its dialect: resellers leave parts of their API undocumented,
 * so those parts are settings with a plausible default.
 *
 * @param values by name; each dialect documents its names
 * @param modelNames the reseller's name of a model by the official one
 */
public record DialectSettings(Map<String, String> values, Map<String, String> modelNames) {

  /** Nothing differs. */
  public static final DialectSettings NONE = new DialectSettings(Map.of(), Map.of());

  public DialectSettings {
    values = Map.copyOf(values);
    modelNames = Map.copyOf(modelNames);
  }

  /**
   * The same settings, if they are all known.
   *
   * @throws IllegalArgumentException for a setting that the dialect does not have
   */
  DialectSettings require(String dialect, Set<String> known) {
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "The dialect " + dialect + " has no setting " + name + "; it has " + known);
      }
    }
    return this;
  }

  String value(String name, String usual) {
    return Optional.ofNullable(values.get(name)).orElse(usual);
  }

  String modelName(String official) {
    return modelName(official, official);
  }

  String modelName(String official, String usual) {
    return modelNames.getOrDefault(official, usual);
  }
}
