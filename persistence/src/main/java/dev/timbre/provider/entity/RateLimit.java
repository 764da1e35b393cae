package dev.timbre.provider.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What a provider lets through per minute for one model of an account, or for all models that have
 * no limit of their own. What is left of it at a moment is the database's affair ({@link
 * RateLimits}).
 */
@Entity
@Table(name = "rate_limit")
public class RateLimit extends Identified {

  private static final long serialVersionUID = 1L;

  /** Stands for every model without a limit of its own. */
  public static final String ANY_MODEL = "*";

  private static final int MODEL_LENGTH = 80;
  private static final int MAX_RATE = 100_000_000;

  @Column(name = "account_id", nullable = false, updatable = false)
  private UUID accountId;

  @Column(nullable = false, updatable = false)
  private String model;

  @Column(name = "requests_per_minute")
  private Integer requestsPerMinute;

  @Column(name = "characters_per_minute")
  private Integer charactersPerMinute;

  @Column(nullable = false)
  private boolean learned;

  protected RateLimit() {}

  /**
   * @param model {@value #ANY_MODEL} for every model without a limit of its own
   * @param requests per minute; null for no limit
   * @param characters per minute; null for no limit
   */
  public RateLimit(
      Instant now, UUID accountId, String model, Integer requests, Integer characters) {
    super(now);
    this.accountId = accountId;
    this.model = Texts.required("model", model, MODEL_LENGTH);
    limitTo(requests, characters);
  }

  /**
   * @throws Invalid when both are missing or one is out of range
   */
  public final void limitTo(Integer requests, Integer characters) {
    if (requests == null && characters == null) {
      throw new Invalid("rate-missing", "Give requestsPerMinute or charactersPerMinute, or both.");
    }
    this.requestsPerMinute = inRange("requestsPerMinute", requests);
    this.charactersPerMinute = inRange("charactersPerMinute", characters);
    this.learned = false;
  }

  /**
   * A limit that nobody set, after the provider complained of a model without one. It is forgotten
   * an hour after the last complaint.
   */
  public static RateLimit learned(Instant now, UUID accountId, String model, int requests) {
    RateLimit limit = new RateLimit(now, accountId, model, requests, null);
    limit.learned = true;
    return limit;
  }

  /**
   * What may go out at once, and below what comes back in a minute: together less than one call
   * more than the limit, so that no minute, wherever it begins, sees more calls than allowed.
   */
  double requestsAtOnce() {
    return requestsPerMinute == null ? 0 : Math.max(1, requestsPerMinute / 10.0);
  }

  double requestsRegained() {
    return requestsPerMinute == null ? 0 : requestsPerMinute - requestsAtOnce() + 0.99;
  }

  /** Characters, of which a call may take more than are there at once; it is owed then. */
  double charactersAtOnce() {
    return charactersPerMinute == null ? 0 : charactersPerMinute / 4.0;
  }

  double charactersRegained() {
    return charactersPerMinute == null ? 0 : charactersPerMinute - charactersAtOnce();
  }

  private static Integer inRange(String field, Integer rate) {
    if (rate != null && (rate < 1 || rate > MAX_RATE)) {
      throw new Invalid(
              "rate-out-of-range", field + " is " + rate + "; give 1 to " + MAX_RATE + ", or none.")
          .about(rate, MAX_RATE);
    }
    return rate;
  }

  public UUID getAccountId() {
    return accountId;
  }

  public String getModel() {
    return model;
  }

  public Integer getRequestsPerMinute() {
    return requestsPerMinute;
  }

  public Integer getCharactersPerMinute() {
    return charactersPerMinute;
  }

  /** Whether nobody set it: the provider said that too much came, and this is assumed of it. */
  public boolean isLearned() {
    return learned;
  }
}
