package dev.timbre.platform.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** The idempotency keys in use. */
@ApplicationScoped
public class IdempotencyKeys {

  @PersistenceContext EntityManager em;

  /**
   * Claims a key; waits while another transaction holds the same claim.
   *
   * @return true when this transaction is the first; false when an earlier one committed
   */
  public boolean claim(IdempotencyKey.Key key, String digest, Instant now) {
    return em.createNativeQuery(
                "insert into idempotency_key (caller, key_value, digest, created_at)"
                    + " values (?1, ?2, ?3, ?4) on conflict do nothing")
            .setParameter(1, key.caller())
            .setParameter(2, key.value())
            .setParameter(3, digest)
            .setParameter(4, now)
            .executeUpdate()
        == 1;
  }

  public IdempotencyKey get(IdempotencyKey.Key key) {
    return em.find(IdempotencyKey.class, key);
  }

  /** Forgets keys made before an instant, but for those that are kept. */
  public int forgetBefore(Instant instant) {
    return em.createQuery(
            "delete from IdempotencyKey k where k.createdAt < :instant and k.kept = false")
        .setParameter("instant", instant)
        .executeUpdate();
  }
}
