package dev.timbre.provider.control;

import dev.timbre.platform.error.LimitExceeded;
import dev.timbre.provider.entity.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps calls under the rates of the providers. What is left of a rate stands in the database, so
 * that all nodes take from the same; which rates there are, each node remembers for {@value
 * #REMEMBERED_SECONDS} s, so that accounts without one cost nothing.
 */
@ApplicationScoped
public class RateGovernor {

  /** Longest until a node hears of a limit that was set or learned on another. */
  static final int REMEMBERED_SECONDS = 5;

  private static final System.Logger LOG = System.getLogger(RateGovernor.class.getName());

  /** Too many requests, characters or connections, or too many more than before. */
  private static final Set<String> COMPLAINTS = Set.of("1002", "1039", "1041", "2045");

  @Inject RateBuckets buckets;

  @Inject
  @ConfigProperty(name = "timbre.provider.rate-wait", defaultValue = "PT2S")
  Duration longestWait;

  /**
   * What is assumed of a model that nobody set a limit for, once its provider complains: requests
   * per minute of speech (MiniMax API reference, rate limits). Zero for never.
   */
  @Inject
  @ConfigProperty(name = "timbre.provider.rate-learned", defaultValue = "60")
  int learnedRate;

  private final AtomicReference<Known> known = new AtomicReference<>();

  /** The limits as they were read at a moment of the machine's own counting. */
  private record Known(List<RateLimit> limits, long readAt) {

    boolean isFresh() {
      return System.nanoTime() - readAt < TimeUnit.SECONDS.toNanos(REMEMBERED_SECONDS);
    }
  }

  /**
   * Whether there is any limit at all, for callers that would have to find out an account first.
   */
  public boolean isNeeded() {
    return !limits().isEmpty();
  }

  /**
   * Lets a call go out, at once or after a short wait. Never called in a transaction, and before
   * anything is held or sent.
   *
   * @param characters most that the call can be billed
   * @throws LimitExceeded when it would have to wait longer than callers are let wait
   */
  public void admit(UUID accountId, String model, long characters) {
    Optional<RateLimit> limit = limitOf(accountId, model);
    if (limit.isEmpty()) {
      return;
    }
    long end = System.nanoTime() + longestWait.toNanos();
    Duration missing = buckets.take(limit.get(), characters);
    while (!missing.isZero()) {
      if (missing.toNanos() > end - System.nanoTime()) {
        throw held(limit.get(), missing);
      }
      sleep(missing);
      missing = buckets.take(limit.get(), characters);
    }
  }

  private static LimitExceeded held(RateLimit limit, Duration missing) {
    return new LimitExceeded(
        "provider-rate",
        "The provider account lets through "
            + (limit.getRequestsPerMinute() == null
                ? limit.getCharactersPerMinute() + " characters"
                : limit.getRequestsPerMinute() + " calls")
            + " a minute for "
            + (RateLimit.ANY_MODEL.equals(limit.getModel())
                ? "this kind of model"
                : limit.getModel())
            + ", and they are used up; nothing was held or sent. Wait and send it again.",
        missing);
  }

  private static void sleep(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LimitExceeded("provider-rate", "The wait was interrupted; try again.", time);
    }
  }

  /**
   * Slows down when the provider said that too much came. Never throws: that the provider surely
   * refused must reach the caller, whether or not the database can be told.
   */
  void heed(UUID accountId, String model, ProviderBusy busy) {
    if (!COMPLAINTS.contains(busy.fault().code())) {
      return;
    }
    try {
      slowDown(accountId, model, busy);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "Complaint of account " + accountId + " is lost", e);
    }
  }

  private void slowDown(UUID accountId, String model, ProviderBusy busy) {
    Optional<RateLimit> limit = limitOf(accountId, model);
    if (limit.isPresent()) {
      buckets.throttle(limit.get(), busy.fault());
    } else if (learnedRate > 0) {
      buckets.throttle(buckets.learned(accountId, model, learnedRate), busy.fault());
      forget();
    }
  }

  /** The limits were changed: this node reads them anew. */
  void forget() {
    known.set(null);
  }

  private Optional<RateLimit> limitOf(UUID accountId, String model) {
    List<RateLimit> own =
        limits().stream().filter(limit -> limit.getAccountId().equals(accountId)).toList();
    return own.stream()
        .filter(limit -> limit.getModel().equals(model))
        .findFirst()
        .or(
            () ->
                own.stream()
                    .filter(limit -> RateLimit.ANY_MODEL.equals(limit.getModel()))
                    .findFirst());
  }

  private List<RateLimit> limits() {
    Known now = known.get();
    if (now == null || !now.isFresh()) {
      now = new Known(buckets.inForce(), System.nanoTime());
      known.set(now);
    }
    return now.limits();
  }
}
