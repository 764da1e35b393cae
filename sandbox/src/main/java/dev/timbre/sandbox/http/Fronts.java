package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Dialect;
import dev.timbre.sandbox.model.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which counter a request is for, as they share one port: that of the host it names; else that of
 * the seller whose key it carries, if he has the operation; else the first that has it.
 */
public final class Fronts {
  private static final Map<String, Dialect> HOSTS =
      Map.of(
          "minimax", Dialect.MINIMAX,
          "aiping", Dialect.AIPING,
          "hingnet", Dialect.HINGNET,
          "dmxapi", Dialect.DMXAPI);

  private final World world;
  private final List<Front> fronts;

  /**
   * Some counters.
   *
   * @param fronts at least one; where nothing else decides the first goes before the others
   */
  public Fronts(World world, List<Front> fronts) {
    this.world = world;
    this.fronts = List.copyOf(fronts);
  }

  /** The counter for a request, which need not have the operation. */
  Front choose(Call call) {
    return named(call.header("Host").orElse(""))
        .or(() -> ofKey(call).filter(front -> has(front, call)))
        .or(() -> fronts.stream().filter(front -> has(front, call)).findFirst())
        .orElse(fronts.get(0));
  }

  private Optional<Front> named(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return HOSTS.entrySet().stream()
        .filter(entry -> lower.contains(entry.getKey()))
        .findFirst()
        .flatMap(entry -> of(entry.getValue()));
  }

  private Optional<Front> ofKey(Call call) {
    String header = call.header("Authorization").orElse("").strip();
    String key = header.startsWith("Bearer ") ? header.substring(7).strip() : header;
    return world.accounts().stream()
        .filter(account -> account.keys().contains(key))
        .map(Account::dialect)
        .findFirst()
        .flatMap(this::of);
  }

  private Optional<Front> of(Dialect dialect) {
    return fronts.stream().filter(front -> front.dialect() == dialect).findFirst();
  }

  private static boolean has(Front front, Call call) {
    return front.router().find(call.method(), call.path()).isPresent();
  }
}
