package dev.timbre.audit.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** How far each witness has been told of the log's growth. */
@ApplicationScoped
public class AuditWitnesses {

  @PersistenceContext EntityManager em;

  /**
   * Takes the telling of one checkpoint upon the caller, so that no other node does it meanwhile.
   *
   * @param size of the checkpoint
   * @param until when others may try again
   * @return false when the witness knows it, or somebody is at it
   */
  public boolean claim(String name, long size, Instant now, Instant until) {
    return em.createNativeQuery(
                "insert into audit_witness as w (name, tree_size, due_at) values (?1, 0, ?4)"
                    + " on conflict (name) do update set due_at = excluded.due_at"
                    + " where w.due_at <= ?3 and w.tree_size < ?2")
            .setParameter(1, name)
            .setParameter(2, size)
            .setParameter(3, now)
            .setParameter(4, until)
            .executeUpdate()
        == 1;
  }

  /** The witness has it; the next one may be told at once. */
  public void told(String name, long size, Instant now) {
    em.createNativeQuery(
            "update audit_witness set tree_size = greatest(tree_size, ?2), due_at = ?3"
                + " where name = ?1")
        .setParameter(1, name)
        .setParameter(2, size)
        .setParameter(3, now)
        .executeUpdate();
  }
}
