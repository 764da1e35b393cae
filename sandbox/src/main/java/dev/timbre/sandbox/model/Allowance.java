package dev.timbre.sandbox.model;

/** What an account may still do: its ceilings per minute and its money. */
public final class Allowance {
  private final World world;
  private final RateLimits limits;

  public Allowance(World world, RateLimits limits) {
    this.world = world;
    this.limits = limits;
  }

  /** What has a ceiling of its own. */
  public enum Family {
    SPEECH,
    CLONE,
    DESIGN,
    CHAT,
    BATCH,
    VIDEO,
    IMAGE,
    MUSIC,
    TRANSCRIPTION
  }

  /**
   * Counts one request.
   *
   * @throws Refusal 1002 beyond the ceiling of the family
   */
  public void admitRequest(Account account, String key, Family family, String model) {
    Account.Limits ceilings = account.limits();
    Integer ceiling =
        switch (family) {
          case SPEECH -> ceilings.speechRequests();
          case CLONE -> ceilings.cloneRequests();
          default -> null;
        };
    limits.admit(
        "requests " + family + " " + key + " " + model,
        1,
        ceiling,
        world.now(),
        Code.RATE_LIMIT::refusal);
  }

  /**
   * Counts characters or tokens.
   *
   * @throws Refusal 1039 beyond the ceiling of the family
   */
  public void admitQuantity(
      Account account, String key, Family family, String model, long quantity) {
    Integer ceiling = family == Family.SPEECH ? account.limits().speechCharacters() : null;
    limits.admit(
        "quantity " + family + " " + key + " " + model,
        quantity,
        ceiling,
        world.now(),
        Code.TOKEN_LIMIT::refusal);
  }

  /**
   * Looks whether the account can pay.
   *
   * @throws Refusal 1008 when it has no money left
   */
  public void requireFunds(Account account) {
    if (account.balance().signum() <= 0) {
      throw Code.INSUFFICIENT_BALANCE.refusal();
    }
  }
}
