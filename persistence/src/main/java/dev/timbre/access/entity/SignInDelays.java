package dev.timbre.access.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long those who guess passwords must wait, for the whole cluster. An attempt counts as a
 * failure from its beginning, by one conditional statement, so that a hundred guesses at once are
 * not let in on the strength of one; a right password takes it back.
 */
@ApplicationScoped
public class SignInDelays {

  /** So many doublings pass every limit; more would overflow. */
  private static final int MOST_DOUBLINGS = 20;

  @PersistenceContext EntityManager em;

  /**
   * How waiting grows: not at all for the first failures, then a second, two, four...
   *
   * @param free failures without any delay
   * @param longest delay
   * @param forgotten after which earlier failures no longer count
   */
  public record Rule(int free, Duration longest, Duration forgotten) {}

  /**
   * Begins an attempt.
   *
   * @param what is guarded; only its digest is kept
   * @return empty when it may go on; else until when the caller has to wait
   */
  public Optional<Instant> claim(String what, Rule rule, Instant now) {
    String key = Sha256.hex(what);
    int claimed =
        em.createNativeQuery(
                "insert into sign_in_delay as d (key, failures, failed_at, blocked_until) values"
                    + " (?1, 1, ?2, ?2) on conflict (key) do update set failures = case when"
                    + " d.failed_at < ?3 then 1 else d.failures + 1 end, failed_at = ?2,"
                    + " blocked_until = case when d.failed_at < ?3 or d.failures + 1 < ?4 then"
                    + " cast(?2 as timestamptz) else cast(?2 as timestamptz) + make_interval(secs"
                    + " => least(?5, power(2, least(?6, d.failures + 1 - ?4)))) end where"
                    + " d.blocked_until <= ?2")
            .setParameter(1, key)
            .setParameter(2, now)
            .setParameter(3, now.minus(rule.forgotten()))
            .setParameter(4, rule.free())
            .setParameter(5, (double) rule.longest().toSeconds())
            .setParameter(6, MOST_DOUBLINGS)
            .executeUpdate();
    return claimed == 1 ? Optional.empty() : Optional.of(blockedUntil(key));
  }

  private Instant blockedUntil(String key) {
    return (Instant)
        em.createNativeQuery(
                "select blocked_until from sign_in_delay where key = ?1", Instant.class)
            .setParameter(1, key)
            .getSingleResult();
  }

  /** The password was right: nothing is held against what was tried. */
  public void forgive(String what) {
    em.createNativeQuery("delete from sign_in_delay where key = ?1")
        .setParameter(1, Sha256.hex(what))
        .executeUpdate();
  }

  /** The attempt was none; earlier failures still count. */
  public void takeBack(String what, Instant now) {
    em.createNativeQuery(
            "update sign_in_delay set failures = greatest(0, failures - 1), blocked_until = ?2"
                + " where key = ?1")
        .setParameter(1, Sha256.hex(what))
        .setParameter(2, now)
        .executeUpdate();
  }

  /** Forgets what happened before an instant. */
  public int forgetBefore(Instant instant) {
    return em.createNativeQuery("delete from sign_in_delay where failed_at < ?1")
        .setParameter(1, instant)
        .executeUpdate();
  }
}
