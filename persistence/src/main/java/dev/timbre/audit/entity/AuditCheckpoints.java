package dev.timbre.audit.entity;

import dev.timbre.audit.proof.NoteKey;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The signed heads of the log, and the keys that signed them. */
@ApplicationScoped
public class AuditCheckpoints {

  @PersistenceContext EntityManager em;

  public Optional<AuditCheckpoint> findLatest() {
    return page(null, 1).stream().findFirst();
  }

  /**
   * @throws NotFound when none was made at that size
   */
  public AuditCheckpoint get(long size) {
    AuditCheckpoint checkpoint = em.find(AuditCheckpoint.class, size);
    if (checkpoint == null) {
      throw new NotFound(
          "audit-checkpoint-not-found",
          "No checkpoint was made at size " + size + "; the list of checkpoints has the sizes.");
    }
    return checkpoint;
  }

  /**
   * The largest first.
   *
   * @param below the size of the last one of the page before; null for the first page
   */
  public List<AuditCheckpoint> page(Long below, int most) {
    return em.createQuery(
            "select c from AuditCheckpoint c where c.size < :below order by c.size desc",
            AuditCheckpoint.class)
        .setParameter("below", below == null ? Long.MAX_VALUE : below)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those of a range of sizes, the smallest first. */
  public List<AuditCheckpoint> between(long above, long upTo) {
    return em.createQuery(
            "select c from AuditCheckpoint c where c.size > :above and c.size <= :upTo"
                + " order by c.size",
            AuditCheckpoint.class)
        .setParameter("above", above)
        .setParameter("upTo", upTo)
        .getResultList();
  }

  /** All keys that ever signed, the oldest first. */
  public List<AuditSigningKey> keys() {
    return em.createQuery("select k from AuditSigningKey k order by k.id", AuditSigningKey.class)
        .getResultList();
  }

  /**
   * Publishes a key once.
   *
   * @return whether it is new
   */
  public boolean publish(NoteKey key, Instant now) {
    AuditSigningKey made = new AuditSigningKey(now, key);
    return em.createNativeQuery(
                "insert into audit_signing_key (id, version, created_at, verifier)"
                    + " values (?1, 0, ?2, ?3) on conflict do nothing")
            .setParameter(1, made.getId())
            .setParameter(2, now)
            .setParameter(3, made.getVerifier())
            .executeUpdate()
        == 1;
  }
}
