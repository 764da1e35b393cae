package dev.timbre.provider.client.doctor;

import dev.timbre.provider.client.ApiKey;
import dev.timbre.provider.client.wire.account.Balance;
import dev.timbre.provider.client.wire.account.ModelRemains;
import dev.timbre.provider.client.wire.account.PlanRemains;
import dev.timbre.provider.client.wire.account.PlanWindow;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The two purses of an official account: the balance, and the subscription. A key pays from one of
 * them, and code 1008 does not say from which.
 */
final class Purses {

  /** Which purse a key pays from, as its beginning shows. */
  enum Kind {
    BALANCE,
    SUBSCRIPTION,
    UNKNOWN;

    static Kind of(ApiKey key) {
      if (key.startsWith("sk-cp-")) {
        return SUBSCRIPTION;
      }
      return key.startsWith("sk-api-") ? BALANCE : UNKNOWN;
    }
  }

  private Optional<Balance> balance = Optional.empty();
  private Optional<PlanRemains> plan = Optional.empty();

  void see(Balance seen) {
    balance = Optional.of(seen);
  }

  void see(PlanRemains seen) {
    plan = Optional.of(seen);
  }

  /** Whether the purse is surely empty; what the provider did not tell is not. */
  boolean isEmpty(Kind kind) {
    return switch (kind) {
      case BALANCE -> available().filter(amount -> amount.signum() <= 0).isPresent();
      case SUBSCRIPTION -> plan.filter(seen -> !hasPlan(seen)).isPresent();
      case UNKNOWN -> false;
    };
  }

  String advice(Kind kind) {
    String money = available().map(amount -> "Balance " + amount.toPlainString() + ". ").orElse("");
    boolean hasPlan = plan.filter(Purses::hasPlan).isPresent();
    if (!isEmpty(kind)) {
      return (money + (hasPlan ? "It has a subscription." : "")).strip();
    }
    if (kind == Kind.SUBSCRIPTION) {
      boolean rich = available().filter(amount -> amount.signum() > 0).isPresent();
      return "The key pays from the subscription, which has nothing left (1008). "
          + money
          + (rich
              ? "Use a pay-as-you-go key (sk-api-…) to pay from the balance."
              : "Renew the subscription.");
    }
    return "The key pays from the balance, which is empty (1008). "
        + (hasPlan
            ? "The account has a subscription: use its key (sk-cp-…), or top up the balance."
            : "Top up the balance.");
  }

  private Optional<BigDecimal> available() {
    return balance.flatMap(Balance::available);
  }

  private static boolean hasPlan(PlanRemains seen) {
    return seen.models().stream().map(ModelRemains::interval).anyMatch(Purses::hasSome);
  }

  private static boolean hasSome(PlanWindow window) {
    return window.total().orElse(1) > 0 && window.remainingPercent().orElse(1) > 0;
  }
}
