package dev.timbre.sandbox.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * A customer of the provider.
 *
 * @param name how the control interface names it
 * @param keys the API keys that open it; never shown again
 * @param groupId the old group number, compared only when {@link Settings#checkGroupId()} is on
 * @param balance CNY left; at zero or below, whatever costs money is refused with 1008
 * @param cloningAllowed whether the account was verified for cloning (2038 if not)
 * @param limits requests and characters a minute
 */
public record Account(
    String name,
    List<String> keys,
    String groupId,
    BigDecimal balance,
    boolean cloningAllowed,
    Limits limits)
    implements Fact {

  /**
   * Ceilings per minute of the sandbox's clock; null means no limit.
   *
   * @param speechRequests text-to-speech calls per key and model; 1002 beyond
   * @param speechCharacters text-to-speech characters per key and model; 1039 beyond
   * @param cloneRequests clone calls per key; 1002 beyond
   */
  public record Limits(Integer speechRequests, Integer speechCharacters, Integer cloneRequests) {
    /** No limit at all. */
    public static final Limits NONE = new Limits(null, null, null);
  }

  /** An account with 1000 CNY, cloning allowed and no limits. */
  public static Account open(String name, String groupId, String... keys) {
    return new Account(name, List.of(keys), groupId, new BigDecimal("1000"), true, Limits.NONE);
  }

  Account charged(BigDecimal amount) {
    return new Account(name, keys, groupId, balance.subtract(amount), cloningAllowed, limits);
  }

  @Override
  public String toString() {
    return "Account[" + name + ", " + keys.size() + " keys]";
  }
}
