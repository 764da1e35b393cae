package dev.timbre.sandbox;

import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How to start a sandbox.
 *
 * @param dataDirectory what is remembered through a restart; created if missing
 * @param port on 127.0.0.1; 0 takes a free one
 * @param tlsPort on 127.0.0.1, served with a self-signed certificate; 0 takes a free one, empty for
 *     none
 * @param accounts known from the start; what the data directory remembers of them goes first
 */
public record SandboxConfig(
    Path dataDirectory, int port, OptionalInt tlsPort, List<Account> accounts) {
  /** The key of the usual account {@code demo}. */
  public static final String DEMO_KEY = "sk-api-sandbox-demo";

  /** The key of the usual account {@code demo} that spends what its subscription gives. */
  public static final String DEMO_PLAN_KEY = "sk-cp-sandbox-demo";

  /** The key of the usual second account {@code other}, for what belongs to somebody else. */
  public static final String OTHER_KEY = "sk-api-sandbox-other";

  /** The key of the usual account {@code aiping}, good at that gateway only. */
  public static final String AIPING_KEY = "sk-sandbox-aiping";

  /** The key of the usual account {@code hingnet}, good at that gateway only. */
  public static final String HINGNET_KEY = "sk-sandbox-hingnet";

  /** The key of the usual account {@code dmxapi}, good at that gateway only. */
  public static final String DMXAPI_KEY = "sk-sandbox-dmxapi";

  public SandboxConfig {
    accounts = List.copyOf(accounts);
  }

  /**
   * A sandbox on a free port with the accounts {@code demo} and {@code other} of the provider
   * itself and one of each gateway, named like it.
   */
  public static SandboxConfig in(Path dataDirectory) {
    Account demo = Account.open("demo", "1700000000000000001", DEMO_KEY, DEMO_PLAN_KEY);
    Account other = Account.open("other", "1700000000000000002", OTHER_KEY);
    Account aiping = Account.open(Dialect.AIPING, "aiping", "0", AIPING_KEY);
    Account hingnet = Account.open(Dialect.HINGNET, "hingnet", "0", HINGNET_KEY);
    Account dmxapi = Account.open(Dialect.DMXAPI, "dmxapi", "0", DMXAPI_KEY);
    List<Account> usual = List.of(demo, other, aiping, hingnet, dmxapi);
    return new SandboxConfig(dataDirectory, 0, OptionalInt.empty(), usual);
  }

  /**
   * A file that always says how far its clock runs ahead of the machine's, as an ISO 8601 duration.
   */
  public Path clockFile() {
    return dataDirectory.resolve("clock");
  }

  /** The same on a fixed port. */
  public SandboxConfig withPort(int fixed) {
    return new SandboxConfig(dataDirectory, fixed, tlsPort, accounts);
  }

  /** The same with TLS on a port beside the plain one. */
  public SandboxConfig withTlsPort(int fixed) {
    return new SandboxConfig(dataDirectory, port, OptionalInt.of(fixed), accounts);
  }

  /** The same remembering elsewhere. */
  public SandboxConfig withDataDirectory(Path directory) {
    return new SandboxConfig(directory, port, tlsPort, accounts);
  }

  /** The same with another account, which replaces one of its name. */
  public SandboxConfig withAccount(Account account) {
    List<Account> more = new ArrayList<>(accounts);
    more.removeIf(a -> a.name().equals(account.name()));
    more.add(account);
    return new SandboxConfig(dataDirectory, port, tlsPort, more);
  }
}
