package dev.timbre.access.entity;

import dev.timbre.platform.error.Invalid;
import java.util.Locale;
import java.util.Set;

/** Where in the world: ISO 3166-1 alpha-2 codes, or everywhere. */
public final class Territory {

  /** Everywhere. */
  public static final String WORLD = "WORLD";

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Territory() {}

  /**
   * The code in upper case.
   *
   * @throws Invalid when it is neither a country nor the world
   */
  public static String of(String code) {
    String upper = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    if (!WORLD.equals(upper) && !COUNTRIES.contains(upper)) {
      throw new Invalid(
          "territory-unknown",
          "territory is '" + code + "'; give an ISO 3166-1 code such as DE, or WORLD.");
    }
    return upper;
  }

  /** Whether permission for some territories covers use in one. */
  public static boolean covers(Set<String> permitted, String wanted) {
    return permitted.contains(WORLD) || permitted.contains(wanted);
  }
}
