package dev.timbre.provider.entity;

import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rates of the accounts, each with a bucket that fills as time goes by and from which every
 * call takes. All nodes take from the same one, by one conditional statement; time is the
 * database's, since only that is the same for all.
 */
@ApplicationScoped
public class RateLimits {

  /** So much of what was cut comes back each minute without another complaint of the provider. */
  public static final double RECOVERY_PER_MINUTE = 0.1;

  /** What a complaint leaves of the rate, and the least that is left after many. */
  private static final double CUT = 0.5;

  private static final double LEAST = 0.05;

  private static final String NOW = "clock_timestamp()";
  private static final String FACTOR =
      "least(1, b.factor + case when b.throttled_at is null then 0 else "
          + RECOVERY_PER_MINUTE
          + " / 60 * extract(epoch from "
          + NOW
          + " - b.throttled_at) end)";

  @PersistenceContext EntityManager em;

  public void add(RateLimit limit) {
    em.persist(limit);
  }

  /** Adds a learned limit unless another node was faster. */
  public void addOnce(RateLimit limit) {
    em.createNativeQuery(
            "insert into rate_limit (id, version, created_at, account_id, model,"
                + " requests_per_minute, learned) values (?1, 0, ?2, ?3, ?4, ?5, true)"
                + " on conflict do nothing")
        .setParameter(1, limit.getId())
        .setParameter(2, limit.getCreatedAt())
        .setParameter(3, limit.getAccountId())
        .setParameter(4, limit.getModel())
        .setParameter(5, limit.getRequestsPerMinute())
        .executeUpdate();
  }

  public void remove(RateLimit limit) {
    em.remove(limit);
  }

  /** Those that hold anything back: all but learned ones that have long been forgiven. */
  @SuppressWarnings("unchecked")
  public List<RateLimit> inForce() {
    return em.createNativeQuery(
            "select l.* from rate_limit l left join rate_bucket b on b.limit_id = l.id"
                + " where not l.learned or b.throttled_at > clock_timestamp() - interval '1 hour'",
            RateLimit.class)
        .getResultList();
  }

  public List<RateLimit> ofAccount(UUID accountId) {
    return em.createQuery(
            "select l from RateLimit l where l.accountId = :account order by l.model",
            RateLimit.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  /** The limit of one model exactly, or of all others where the model is {@code *}. */
  public Optional<RateLimit> find(UUID accountId, String model) {
    return ofAccount(accountId).stream().filter(l -> l.getModel().equals(model)).findFirst();
  }

  /**
   * @throws NotFound when there is no such limit
   */
  public RateLimit get(UUID accountId, String model) {
    return find(accountId, model)
        .orElseThrow(
            () ->
                new NotFound(
                    "rate-limit-not-found", "The account has no limit for '" + model + "'."));
  }

  /**
   * Takes one call of so many characters.
   *
   * @return zero when it may go out, as it may when the limit was lifted; else how long until it
   *     might, and nothing is taken
   */
  public Duration take(RateLimit limit, long characters) {
    fill(limit);
    int taken =
        bound(
                "update rate_bucket b set requests = "
                    + filled("requests", "?2", "?4")
                    + " - ?6, characters = "
                    + filled("characters", "?3", "?5")
                    + " - ?7, refilled_at = "
                    + NOW
                    + " where b.limit_id = ?1 and (?2 = 0 or "
                    + filled("requests", "?2", "?4")
                    + " >= ?6) and (?3 = 0 or "
                    + filled("characters", "?3", "?5")
                    + " >= least(?7, ?5))",
                limit,
                characters)
            .executeUpdate();
    return taken == 1 ? Duration.ZERO : missing(limit, characters);
  }

  /**
   * Makes the bucket, full, where there is none yet; but not for a limit that was lifted, of which
   * a node may hear late.
   */
  private void fill(RateLimit limit) {
    em.createNativeQuery(
            "insert into rate_bucket (limit_id, requests, characters, factor, refilled_at)"
                + " select l.id, ?2, ?3, 1, clock_timestamp() from rate_limit l where l.id = ?1"
                + " and not exists (select 1 from rate_bucket b where b.limit_id = l.id)"
                + " for key share of l on conflict do nothing")
        .setParameter(1, limit.getId())
        .setParameter(2, limit.requestsAtOnce())
        .setParameter(3, limit.charactersAtOnce())
        .executeUpdate();
  }

  /** A call larger than the bucket goes out on a full one and leaves it owing. */
  private Duration missing(RateLimit limit, long characters) {
    List<?> seconds =
        bound(
                "select greatest("
                    + until("requests", "?2", "?4", "?6")
                    + ", "
                    + until("characters", "?3", "?5", "least(?7, ?5)")
                    + ") from rate_bucket b where b.limit_id = ?1",
                limit,
                characters)
            .getResultList();
    if (seconds.isEmpty()) {
      return Duration.ZERO;
    }
    long millis = (long) Math.ceil(((Number) seconds.get(0)).doubleValue() * 1000);
    return Duration.ofMillis(Math.max(1, millis));
  }

  private Query bound(String sql, RateLimit limit, long characters) {
    return em.createNativeQuery(sql)
        .setParameter(1, limit.getId())
        .setParameter(2, limit.requestsRegained())
        .setParameter(3, limit.charactersRegained())
        .setParameter(4, limit.requestsAtOnce())
        .setParameter(5, limit.charactersAtOnce())
        .setParameter(6, 1.0)
        .setParameter(7, (double) characters);
  }

  private static String filled(String column, String rate, String most) {
    return "least("
        + most
        + ", b."
        + column
        + " + "
        + FACTOR
        + " * "
        + rate
        + " / 60 * extract(epoch from "
        + NOW
        + " - b.refilled_at))";
  }

  private static String until(String column, String rate, String most, String wanted) {
    return "case when "
        + rate
        + " = 0 then 0 else ("
        + wanted
        + " - "
        + filled(column, rate, most)
        + ") / ("
        + FACTOR
        + " * "
        + rate
        + " / 60) end";
  }

  /**
   * The provider said that too much came: from now on less goes out.
   *
   * @param limit the one under which the call went out
   * @return false when it has just slowed down for another call that went out at the same rate
   */
  public boolean throttle(RateLimit limit) {
    fill(limit);
    return em.createNativeQuery(
                "update rate_bucket b set factor = greatest("
                    + LEAST
                    + ", "
                    + CUT
                    + " * "
                    + FACTOR
                    + "), requests = least(0, b.requests), characters = least(0, b.characters),"
                    + " throttled_at = clock_timestamp(), refilled_at = clock_timestamp()"
                    + " where b.limit_id = ?1 and (b.throttled_at is null"
                    + " or b.throttled_at < clock_timestamp() - interval '2 seconds')")
            .setParameter(1, limit.getId())
            .executeUpdate()
        == 1;
  }

  /** How a limit stands. */
  public RateStanding standingOf(RateLimit limit) {
    List<?> rows =
        em.createNativeQuery(
                "select floor(100 * "
                    + FACTOR
                    + "), b.throttled_at from rate_bucket b where b.limit_id = ?1")
            .setParameter(1, limit.getId())
            .getResultList();
    if (rows.isEmpty()) {
      return RateStanding.FULL;
    }
    Object[] row = (Object[]) rows.get(0);
    return new RateStanding(((Number) row[0]).intValue(), (Instant) row[1]);
  }
}
