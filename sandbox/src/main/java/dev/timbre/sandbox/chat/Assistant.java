package dev.timbre.sandbox.chat;

import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Allowance.Family;
import dev.timbre.sandbox.model.LedgerEntry;
import dev.timbre.sandbox.model.Payer;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.World;
import java.math.BigDecimal;

/** Answers prompts for accounts: their ceilings, their money, the conversation, the bill. */
public final class Assistant {
  /** CNY a token; the sandbox's own values, for the price list is not part of the API reference. */
  private static final BigDecimal PROMPT_PRICE = new BigDecimal("0.0000021");

  private static final BigDecimal COMPLETION_PRICE = new BigDecimal("0.0000084");
  private static final BigDecimal WHOLE = BigDecimal.ONE;

  /** What a line of a batch costs of the usual price. */
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final World world;
  private final Allowance allowance;

  public Assistant(World world, Allowance allowance) {
    this.world = world;
    this.allowance = allowance;
  }

  /**
   * Answers at once.
   *
   * @throws dev.timbre.sandbox.model.Refusal 1002, 1039 or 1008 for what the account may not do,
   *     and whatever the conversation refuses; nothing is charged then
   */
  Completion answer(Call call, Prompt prompt) {
    Account account = call.account();
    String model = prompt.model().id();
    allowance.admitRequest(account, call.key(), Family.CHAT, model);
    allowance.admitQuantity(account, call.key(), Family.CHAT, model, prompt.tokens());
    Purse purse = Purse.of(call.key());
    allowance.requireFunds(account, purse);
    Completion completion = Conversation.answer(prompt);
    Completion.Usage usage = completion.usage();
    Payer payer = new Payer(account.name(), purse);
    world.charge(charge(payer, model, usage.prompt(), usage.completion(), WHOLE));
    return completion;
  }

  /** Answers as part of a batch: no ceilings, and the bill comes for all lines at once. */
  Completion answerInBatch(Payer payer, Prompt prompt) {
    Account account = world.account(payer.account()).orElseThrow();
    allowance.requireFunds(account, payer.purse());
    return Conversation.answer(prompt);
  }

  /** What the lines of a batch that one model answered cost: half of the usual price. */
  public LedgerEntry batchCharge(Payer payer, String model, long prompt, long completion) {
    return charge(payer, model, prompt, completion, HALF);
  }

  private LedgerEntry charge(
      Payer payer, String model, long prompt, long completion, BigDecimal share) {
    BigDecimal amount =
        PROMPT_PRICE
            .multiply(BigDecimal.valueOf(prompt))
            .add(COMPLETION_PRICE.multiply(BigDecimal.valueOf(completion)))
            .multiply(share)
            .stripTrailingZeros();
    return new LedgerEntry(
        world.now(),
        payer.account(),
        LedgerEntry.Kind.TOKENS,
        null,
        model,
        prompt + completion,
        amount,
        payer.purse());
  }

  /** When an answer was made, as answers show it: Unix seconds. */
  long now() {
    return world.now().getEpochSecond();
  }
}
