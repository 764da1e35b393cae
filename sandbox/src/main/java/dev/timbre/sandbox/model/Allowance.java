package dev.timbre.sandbox.model;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.timbre.sandbox.model.Limits.Measure;
import java.time.Duration;
import java.util.Locale;

/** What an account may still do: its plan, its ceilings, its money. */
public final class Allowance {
  private final World world;
  private final RateLimits limits;

  public Allowance(World world, RateLimits limits) {
    this.world = world;
    this.limits = limits;
  }

  /** What has ceilings of its own. */
  public enum Family {
    SPEECH,
    CLONE,
    DESIGN,
    CHAT,
    BATCH,
    VIDEO,
    IMAGE,
    MUSIC,
    TRANSCRIPTION,
    /** Questions about tasks of asynchronous speech. */
    QUERY;

    /** The name in JSON: lower case. */
    @JsonValue
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** In which requests are counted. */
    Duration window() {
      return this == QUERY ? Duration.ofSeconds(1) : RateLimits.WINDOW;
    }
  }

  /** Something that counts until it is closed. */
  public interface Connection extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Counts one request.
   *
   * @param model "" for an operation without one
   * @throws Refusal with a code of the plan, 1002 beyond the ceiling of the family, 2045 beyond its
   *     growth
   */
  public void admitRequest(Account account, String key, Family family, String model) {
    if (family != Family.QUERY) {
      account.terms().plan().require(model);
    }
    Limits ceilings = account.terms().limits();
    String name = "requests " + family + " " + key + " " + model;
    ceilings
        .of(family, Measure.GROWTH)
        .ifPresent(most -> limits.admitGrowth(name, most, world.now(), Code.RATE_GROWTH::refusal));
    ceilings
        .of(family, Measure.REQUESTS)
        .ifPresent(
            most ->
                limits.admit(
                    name,
                    1,
                    new RateLimits.Ceiling(most, family.window()),
                    world.now(),
                    Code.RATE_LIMIT::refusal));
  }

  /**
   * Counts characters, tokens or pictures.
   *
   * @throws Refusal 1039 beyond the ceiling of the family
   */
  public void admitQuantity(
      Account account, String key, Family family, String model, long quantity) {
    String name = "quantity " + family + " " + key + " " + model;
    account
        .terms()
        .limits()
        .of(family, Measure.QUANTITY)
        .ifPresent(
            most ->
                limits.admit(
                    name,
                    quantity,
                    new RateLimits.Ceiling(most, family.window()),
                    world.now(),
                    Code.TOKEN_LIMIT::refusal));
  }

  /**
   * Counts work that is under way until the answer is closed.
   *
   * @throws Refusal 1041 beyond the ceiling of the family
   */
  public Connection connect(Account account, String key, Family family) {
    String name = family + " " + key;
    return account
        .terms()
        .limits()
        .of(family, Measure.CONNECTIONS)
        .map(most -> limits.connect(name, most, Code.CONNECTION_LIMIT::refusal))
        .orElse(() -> {});
  }

  /**
   * Looks whether the account can pay from a purse.
   *
   * @throws Refusal 1008 when that is empty, whatever the other holds
   */
  public void requireFunds(Account account, Purse purse) {
    if (account.balance(purse).signum() <= 0) {
      throw Code.INSUFFICIENT_BALANCE.refusal();
    }
  }
}
