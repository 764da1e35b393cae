package dev.timbre.access.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Countries that share rules, so that people need not name them one by one. */
public enum TerritoryGroup {

  /** The member states of the European Union. */
  EU(
      "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
      "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  private final Set<String> members;

  TerritoryGroup(String... members) {
    this.members = Set.of(members);
  }

  /** ISO 3166-1 alpha-2 codes. */
  public Set<String> members() {
    return members;
  }

  /** The group of that name, in any case. */
  public static Optional<TerritoryGroup> named(String text) {
    String name = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(group -> group.name().equals(name)).findFirst();
  }
}
