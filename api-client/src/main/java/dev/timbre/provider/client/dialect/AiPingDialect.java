package dev.timbre.provider.client.dialect;

import dev.timbre.provider.client.error.Operation;
import java.util.Optional;

/** AiPing. */
final class AiPingDialect extends Dialect {

  private final DialectSettings settings;

  AiPingDialect(DialectSettings settings) {
    super("aiping");
    this.settings = settings;
  }

  @Override
  public String authorization(String key) {
    return "Bearer " + key;
  }

  @Override
  Optional<Route> find(OfficialCall call) {
    return offers(call.operation())
        ? Optional.of(new Route(settings.value("prefix", "") + call.path(), call.body()))
        : Optional.empty();
  }

  @Override
  public boolean offers(Operation operation) {
    return operation == Operation.CLONE_VOICE;
  }
}
