package dev.timbre.provider.client.wire.account;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The money of an account, in the currency of its region, which the answer does not name. What the
 * provider does not say is empty, never zero.
 *
 * @param available what can be spent
 * @param cash paid in
 * @param voucher given by vouchers
 * @param credit lent
 * @param owed to be paid
 */
public record Balance(
    Optional<BigDecimal> available,
    Optional<BigDecimal> cash,
    Optional<BigDecimal> voucher,
    Optional<BigDecimal> credit,
    Optional<BigDecimal> owed,
    Optional<String> traceId)
    implements WireAnswer {

  public static Balance read(Reply reply) {
    WireObject root = reply.judged("available_amount", "cash_balance");
    return new Balance(
        root.amount("available_amount"),
        root.amount("cash_balance"),
        root.amount("voucher_balance"),
        root.amount("credit_balance"),
        root.amount("owed_amount"),
        reply.trace(root));
  }
}
