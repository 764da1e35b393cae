package dev.timbre.access.entity;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Countries that share rules, so that people need not name them one by one. */
public enum TerritoryGroup {

  /** The member states of the European Union; its law counts days as they are in Brussels. */
  EU(
      "Europe/Brussels",
      "AT",
      "BE",
      "BG",
      "CY",
      "CZ",
      "DE",
      "DK",
      "EE",
      "ES",
      "FI",
      "FR",
      "GR",
      "HR",
      "HU",
      "IE",
      "IT",
      "LT",
      "LU",
      "LV",
      "MT",
      "NL",
      "PL",
      "PT",
      "RO",
      "SE",
      "SI",
      "SK");

  private final String zone;
  private final Set<String> members;

  TerritoryGroup(String zone, String... members) {
    this.zone = zone;
    this.members = Set.of(members);
  }

  /** ISO 3166-1 alpha-2 codes. */
  public Set<String> members() {
    return members;
  }

  /** By whose clock a day begins for all of them. */
  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  /** The group of that name, in any case. */
  public static Optional<TerritoryGroup> named(String text) {
    String name = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(group -> group.name().equals(name)).findFirst();
  }
}
