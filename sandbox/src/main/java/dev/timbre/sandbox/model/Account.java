package dev.timbre.sandbox.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * A customer of the provider, or of somebody who resells it.
 *
 * @param name how the control interface names it
 * @param dialect whose keys it has
 * @param keys the API keys that open it; never shown again
 * @param groupId the old group number, compared only when {@link Settings#checkGroupId()} is on
 * @param balance CNY left of what was paid in; at zero or below, whatever costs money is refused
 *     with 1008
 * @param planBalance the same of what a subscription gives, for the keys of {@link Purse#PLAN}
 * @param terms what it may do
 */
public record Account(
    String name,
    Dialect dialect,
    List<String> keys,
    String groupId,
    BigDecimal balance,
    BigDecimal planBalance,
    Terms terms)
    implements Fact {

  private static final BigDecimal USUAL_BALANCE = new BigDecimal("1000");

  /**
   * What an account may do.
   *
   * @param cloningAllowed whether it was verified for cloning (2038 if not)
   */
  public record Terms(boolean cloningAllowed, Limits limits, Plan plan) {
    /** Everything, as often as it likes. */
    public static final Terms OPEN = new Terms(true, Limits.NONE, Plan.NONE);
  }

  /** Takes what an older journal does not say for the usual. */
  public Account {
    dialect = dialect == null ? Dialect.MINIMAX : dialect;
    keys = List.copyOf(keys);
    planBalance = planBalance == null ? USUAL_BALANCE : planBalance;
    terms = terms == null ? Terms.OPEN : terms;
  }

  /**
   * An account of the provider itself with 1000 CNY in each purse, cloning allowed and no limits.
   */
  public static Account open(String name, String groupId, String... keys) {
    return open(Dialect.MINIMAX, name, groupId, keys);
  }

  /** The same at somebody who resells. */
  public static Account open(Dialect dialect, String name, String groupId, String... keys) {
    return new Account(
        name, dialect, List.of(keys), groupId, USUAL_BALANCE, USUAL_BALANCE, Terms.OPEN);
  }

  /** What a purse holds. */
  public BigDecimal balance(Purse purse) {
    return purse == Purse.PLAN ? planBalance : balance;
  }

  Account charged(Purse purse, BigDecimal amount) {
    boolean plan = purse == Purse.PLAN;
    return new Account(
        name,
        dialect,
        keys,
        groupId,
        plan ? balance : balance.subtract(amount),
        plan ? planBalance.subtract(amount) : planBalance,
        terms);
  }

  @Override
  public String toString() {
    return "Account[" + name + ", " + keys.size() + " keys]";
  }
}
