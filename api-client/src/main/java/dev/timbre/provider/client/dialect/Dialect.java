package dev.timbre.provider.client.dialect;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.OperationUnsupported;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
  private final DialectSettings settings;

  Dialect(String name, DialectSettings settings) {
    this.name = name;
    this.settings = settings;
  }

  final DialectSettings settings() {
    return settings;
  }

  /** All dialects with their usual settings, the official one first. */
  public static List<Dialect> all() {
    return List.of(MINIMAX, AIPING, HINGNET, DMXAPI);
  }

  /** Names of the settings of a dialect; none for a dialect that is fully documented. */
  public static Set<String> settingNames(String name) {
    return switch (name) {
      case "aiping" -> AiPingDialect.SETTINGS;
      case "hingnet" -> HingnetDialect.SETTINGS;
      case "dmxapi" -> DmxApiDialect.SETTINGS;
      default -> Set.of();
    };
  }

  /**
   * The dialect of that name.
   *
   * @param settings what differs from the dialect's usual settings
   * @throws IllegalArgumentException for a name that none has, or a setting that it has not
   */
  public static Dialect named(String name, DialectSettings settings) {
    settings.require(name, settingNames(name));
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

  /** Whether the dialect offers the operation at all, for some model at least. */
  public abstract boolean offers(Operation operation);

  /** Writes a call that the dialect offers; may still refuse a model or a field of it. */
  abstract Route write(OfficialCall call);

  /** The preview text that a clone always speaks here, whatever was asked; usually none. */
  public Optional<String> fixedPreviewText() {
    return Optional.empty();
  }

  /** Names of the parts of an upload, and where the answer describes the file. */
  public UploadForm uploadForm() {
    return UploadForm.OFFICIAL;
  }

  /**
   * Where the call goes and what it says.
   *
   * @throws OperationUnsupported when the dialect does not offer it, or not with that model or
   *     field; nothing is left out silently
   */
  public final Route route(OfficialCall call) {
    if (!offers(call.operation())) {
      throw unsupported(call, "");
    }
    return write(call);
  }

  /** Refuses a call, or what {@code detail} names of it. */
  final OperationUnsupported unsupported(OfficialCall call, String detail) {
    Operation operation = call.operation();
    List<String> others =
        all().stream()
            .filter(other -> !other.name.equals(name) && other.offers(operation))
            .filter(other -> detail.isEmpty() || other.equals(MINIMAX))
            .map(Dialect::name)
            .toList();
    return new OperationUnsupported(operation, name, others, detail);
  }

  /**
   * Refuses a call with one of these fields.
   *
   * @throws OperationUnsupported naming the field
   */
  final void refuseFields(OfficialCall call, String... fields) {
    for (String field : fields) {
      if (call.body().filter(body -> body.containsKey(field)).isPresent()) {
        throw unsupported(call, "field " + field);
      }
    }
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Dialect dialect
        && dialect.name.equals(name)
        && dialect.settings.equals(settings);
  }

  @Override
  public final int hashCode() {
    return Objects.hash(name, settings);
  }

  @Override
  public final String toString() {
    return name;
  }
}
