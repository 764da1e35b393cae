package dev.timbre.provider.client.dialect;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.OperationUnsupported;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a provider writes the operations. Immutable. */
public abstract sealed class Dialect
    permits MiniMaxDialect, AiPingDialect, HingnetDialect, DmxApiDialect {

  /** The official API, in China and elsewhere. */
  public static final Dialect MINIMAX = new MiniMaxDialect();

  /** AIPing with its usual settings. */
  public static final Dialect AIPING = new AiPingDialect(DialectSettings.NONE);

  /** Hingnet with its usual settings. */
  public static final Dialect HINGNET = new HingnetDialect(DialectSettings.NONE);

  /** DMXAPI with its usual settings. */
  public static final Dialect DMXAPI = new DmxApiDialect(DialectSettings.NONE);

  private final String name;

  Dialect(String name) {
    this.name = name;
  }

  /** All dialects with their usual settings, the official one first. */
  public static List<Dialect> all() {
    return List.of(MINIMAX, AIPING, HINGNET, DMXAPI);
  }

  /**
   * The dialect of that name.
   *
   * @param settings what differs from the dialect's usual settings
   * @throws IllegalArgumentException for a name that none has
   */
  public static Dialect named(String name, DialectSettings settings) {
    return switch (name) {
      case "minimax" -> MINIMAX;
      case "aiping" -> new AiPingDialect(settings);
      case "hingnet" -> new HingnetDialect(settings);
      case "dmxapi" -> new DmxApiDialect(settings);
      default -> throw new IllegalArgumentException("No dialect is named " + name);
    };
  }

  /** Lower-case name, such as {@code dmxapi}. */
  public final String name() {
    return name;
  }

  /** Value of the {@code Authorization} header. */
  public abstract String authorization(String key);

  /** Whether the query parameter {@code GroupId} is sent when the account has a group. */
  public boolean takesGroupId() {
    return false;
  }

  /** Where the call goes and what it says; empty when the dialect does not offer it. */
  abstract Optional<Route> find(OfficialCall call);

  /** Whether the dialect offers the operation at all, for some model at least. */
  public abstract boolean offers(Operation operation);

  /**
   * Where the call goes and what it says.
   *
   * @throws OperationUnsupported when the dialect does not offer it
   */
  public final Route route(OfficialCall call) {
    return find(call).orElseThrow(() -> unsupported(call));
  }

  private OperationUnsupported unsupported(OfficialCall call) {
    Operation operation = call.operation();
    Stream<Dialect> others =
        all().stream().filter(other -> !other.name.equals(name) && other.offers(operation));
    String detail = offers(operation) ? call.model().map(m -> "with model " + m).orElse("") : "";
    return new OperationUnsupported(operation, name, others.map(Dialect::name).toList(), detail);
  }

  @Override
  public final String toString() {
    return name;
  }
}
