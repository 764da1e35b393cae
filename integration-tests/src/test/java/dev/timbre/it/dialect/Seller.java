package dev.timbre.it.dialect;

import dev.timbre.provider.client.ApiKey;
import dev.timbre.provider.client.MiniMaxClient;
import dev.timbre.provider.client.ProviderEndpoint;
import dev.timbre.provider.client.Timeouts;
import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.doctor.Place;
import dev.timbre.sandbox.SandboxConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Who sells the provider's operations, each in a dialect of its own. */
enum Seller {
  MINIMAX(Dialect.MINIMAX, "demo", SandboxConfig.DEMO_KEY, ""),
  AIPING(Dialect.AIPING, "aiping", SandboxConfig.AIPING_KEY, "/api"),
  HINGNET(Dialect.HINGNET, "hingnet", SandboxConfig.HINGNET_KEY, ""),
  DMXAPI(Dialect.DMXAPI, "dmxapi", SandboxConfig.DMXAPI_KEY, "");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Dialect dialect;
  private final String account;
  private final String key;
  private final String prefix;

  Seller(Dialect dialect, String account, String key, String prefix) {
    this.dialect = dialect;
    this.account = account;
    this.key = key;
    this.prefix = prefix;
  }

  Dialect dialect() {
    return dialect;
  }

  /** Name of the account in the sandbox. */
  String account() {
    return account;
  }

  String key() {
    return key;
  }

  ProviderEndpoint endpoint(RunningSandbox sandbox, String otherKey) {
    return new ProviderEndpoint(
        base(sandbox), ApiKey.of(otherKey), Optional.empty(), timeouts(), dialect);
  }

  MiniMaxClient client(RunningSandbox sandbox) {
    return MiniMaxClient.connect(endpoint(sandbox, key));
  }

  /** Where a key doctor may look. */
  Place at(RunningSandbox sandbox) {
    return new Place(name(), base(sandbox), dialect);
  }

  private URI base(RunningSandbox sandbox) {
    return URI.create(sandbox.address() + prefix);
  }

  static Timeouts timeouts() {
    return new Timeouts(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE);
  }
}
