package dev.timbre.provider.client;

import dev.timbre.provider.client.api.AccountApi;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.account.Balance;
import dev.timbre.provider.client.wire.account.PlanRemains;

/**
 * The money and the plan of an account. The provider does not document either, so expect refusals
 * where a key may not see them.
 */
public final class Account {

  private final Calls calls;

  Account(Calls calls) {
    this.calls = calls;
  }

  /** The money left. */
  public Balance balance() {
    return calls.perform(Operation.QUERY_BALANCE, () -> api().balance());
  }

  /** What a subscription has left. */
  public PlanRemains plan() {
    return calls.perform(Operation.QUERY_PLAN, () -> api().plan());
  }

  private AccountApi api() {
    return calls.clients().get(AccountApi.class, calls.timeouts().read());
  }
}
