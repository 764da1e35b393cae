package dev.timbre.sandbox.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Ceilings of an account, by name; what is not named has none. The names of a family begin with its
 * own, such as {@code speechRequests}:
 *
 * <ul>
 *   <li>{@code …Requests} per key, model and minute of the sandbox's clock, of queries per second;
 *       1002 beyond
 *   <li>{@code speechCharacters}, {@code chatTokens} and {@code imageTokens} (one a picture), per
 *       minute too; 1039 beyond
 *   <li>{@code speechConnections}, WebSockets included, and {@code musicConnections} at once per
 *       key; 1041 beyond
 *   <li>{@code …Growth}: how many more requests in the last ten seconds than in the ten before, per
 *       key and model; 2045 beyond
 * </ul>
 */
public record Limits(Map<String, Integer> ceilings) {
  /** No limit at all. */
  public static final Limits NONE = new Limits(Map.of());

  private static final Set<Allowance.Family> QUANTIFIED =
      EnumSet.of(Allowance.Family.SPEECH, Allowance.Family.CHAT, Allowance.Family.IMAGE);
  private static final Set<Allowance.Family> CONNECTED =
      EnumSet.of(Allowance.Family.SPEECH, Allowance.Family.MUSIC);

  /** What the published tables say for each region and level of payment. */
  public static final Map<String, Limits> PUBLISHED =
      Map.of(
          "global", new Limits(Published.GLOBAL),
          "cnFree", new Limits(Published.CN_FREE),
          "cnPaid", new Limits(Published.CN_PAID));

  public Limits {
    ceilings = ceilings == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(ceilings));
  }

  /** What is limited, with the ends of the names. */
  enum Measure {
    REQUESTS("Requests"),
    QUANTITY("Tokens"),
    CONNECTIONS("Connections"),
    GROWTH("Growth");

    private final String ending;

    Measure(String ending) {
      this.ending = ending;
    }

    boolean isOf(Allowance.Family family) {
      return switch (this) {
        case QUANTITY -> QUANTIFIED.contains(family);
        case CONNECTIONS -> CONNECTED.contains(family);
        default -> true;
      };
    }

    String nameFor(Allowance.Family family) {
      boolean text = this == QUANTITY && family == Allowance.Family.SPEECH;
      return family.jsonName() + (text ? "Characters" : ending);
    }
  }

  /** Every name that has a meaning. */
  public static List<String> names() {
    return Stream.of(Allowance.Family.values())
        .flatMap(
            family ->
                Stream.of(Measure.values())
                    .filter(measure -> measure.isOf(family))
                    .map(measure -> measure.nameFor(family)))
        .toList();
  }

  Optional<Integer> of(Allowance.Family family, Measure measure) {
    return Optional.ofNullable(ceilings.get(measure.nameFor(family)));
  }

  private static final class Published {
    static final Map<String, Integer> GLOBAL =
        Map.ofEntries(
            Map.entry("chatRequests", 500),
            Map.entry("chatTokens", 20_000_000),
            Map.entry("speechRequests", 60),
            Map.entry("speechCharacters", 20_000),
            Map.entry("cloneRequests", 60),
            Map.entry("designRequests", 20),
            Map.entry("videoRequests", 5),
            Map.entry("imageRequests", 10),
            Map.entry("imageTokens", 60),
            Map.entry("musicRequests", 120),
            Map.entry("musicConnections", 20),
            Map.entry("queryRequests", 10));
    static final Map<String, Integer> CN_FREE = china(20, 1_000_000, 10, 5, 3, 3);
    static final Map<String, Integer> CN_PAID = china(500, 20_000_000, 20, 20, 120, 20);

    private static Map<String, Integer> china(
        int chat, int tokens, int speech, int video, int music, int connections) {
      return Map.ofEntries(
          Map.entry("chatRequests", chat),
          Map.entry("chatTokens", tokens),
          Map.entry("speechRequests", speech),
          Map.entry("cloneRequests", 60),
          Map.entry("designRequests", 20),
          Map.entry("videoRequests", video),
          Map.entry("imageRequests", 10),
          Map.entry("imageTokens", 60),
          Map.entry("musicRequests", music),
          Map.entry("musicConnections", connections),
          Map.entry("queryRequests", 10));
    }
  }
}
