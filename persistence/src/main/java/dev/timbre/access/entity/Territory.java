package dev.timbre.access.entity;

import dev.timbre.platform.error.Invalid;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** Where in the world: ISO 3166-1 alpha-2 codes, or everywhere. */
public final class Territory {

  /** Everywhere. */
  public static final String WORLD = "WORLD";

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final ResourceBundle ZONES =
      ResourceBundle.getBundle(
          "dev.timbre.access.entity.territory-zones",
          Locale.ROOT,
          Territory.class.getClassLoader());

  private Territory() {}

  /**
   * The code in upper case.
   *
   * @throws Invalid when it is neither a country nor the world, but a group of countries for
   *     example
   */
  public static String of(String code) {
    String upper = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    Optional<TerritoryGroup> group = TerritoryGroup.named(upper);
    if (group.isPresent()) {
      throw new Invalid(
              "territory-not-single",
              "territory is '"
                  + upper
                  + "', which is "
                  + group.get().members().size()
                  + " countries; give one of them such as DE, or WORLD.")
          .about(upper, group.get().members().size());
    }
    if (!WORLD.equals(upper) && !COUNTRIES.contains(upper)) {
      throw new Invalid(
          "territory-unknown",
          "territory is '" + code + "'; give an ISO 3166-1 code such as DE, or WORLD.");
    }
    return upper;
  }

  /**
   * What a code means where several countries may be named at once: itself, or the countries of a
   * group.
   *
   * @throws Invalid when it is neither a country nor a group nor the world
   */
  public static Set<String> named(String code) {
    return TerritoryGroup.named(code)
        .map(TerritoryGroup::members)
        .orElseGet(() -> Set.of(of(code)));
  }

  /**
   * The same territories in as few codes as can be, in their order: groups that are whole by name.
   */
  public static List<String> gathered(Collection<String> codes) {
    Set<String> left = new TreeSet<>(codes);
    List<String> whole =
        Arrays.stream(TerritoryGroup.values())
            .filter(group -> left.containsAll(group.members()))
            .map(Enum::name)
            .toList();
    whole.forEach(group -> left.removeAll(TerritoryGroup.valueOf(group).members()));
    left.addAll(whole);
    return List.copyOf(left);
  }

  /**
   * By whose clock a day begins there: the capital's, a group's own, or UTC for the whole world.
   *
   * @throws Invalid as {@link #named}
   */
  public static ZoneId zone(String code) {
    Optional<TerritoryGroup> group = TerritoryGroup.named(code);
    if (group.isPresent()) {
      return group.get().zone();
    }
    String one = of(code);
    return ZoneId.of(WORLD.equals(one) ? "UTC" : ZONES.getString(one));
  }

  /** Whether permission for some territories covers use in one. */
  public static boolean covers(Set<String> permitted, String wanted) {
    return permitted.contains(WORLD) || permitted.contains(wanted);
  }
}
