package dev.timbre.sandbox.chat;

import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Allowance.Family;
import dev.timbre.sandbox.model.LedgerEntry;
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
    return answer(account, prompt, WHOLE);
  }

  /** Answers as part of a batch: no ceilings, half the price. */
  Completion answerInBatch(Account account, Prompt prompt) {
    return answer(account, prompt, HALF);
  }

  private Completion answer(Account account, Prompt prompt, BigDecimal share) {
    allowance.requireFunds(account);
    Completion completion = Conversation.answer(prompt);
    Completion.Usage usage = completion.usage();
    BigDecimal amount =
        PROMPT_PRICE
            .multiply(BigDecimal.valueOf(usage.prompt()))
            .add(COMPLETION_PRICE.multiply(BigDecimal.valueOf(usage.completion())))
            .multiply(share)
            .stripTrailingZeros();
    world.charge(
        new LedgerEntry(
            world.now(),
            account.name(),
            LedgerEntry.Kind.TOKENS,
            null,
            prompt.model().id(),
            usage.total(),
            amount));
    return completion;
  }

  /** When an answer was made, as answers show it: Unix seconds. */
  long now() {
    return world.now().getEpochSecond();
  }
}
