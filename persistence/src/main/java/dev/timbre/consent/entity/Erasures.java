package dev.timbre.consent.entity;

import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Erasures, what they take from the store, and the personal words they blank in rows. */
@ApplicationScoped
public class Erasures {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @PersistenceContext EntityManager em;

  public void add(Erasure erasure) {
    em.persist(erasure);
    em.flush(); // its items refer to it
  }

  /**
   * @throws NotFound when there is none
   */
  public Erasure get(UUID id) {
    Erasure erasure = em.find(Erasure.class, id);
    if (erasure == null) {
      throw new NotFound("erasure-not-found", "There is no erasure " + id + ".");
    }
    return erasure;
  }

  /**
   * A row lets go of its bytes; null for none.
   *
   * @param ownerId the row that refers to them
   */
  public void release(UUID erasureId, UUID ownerId, String sha256) {
    if (sha256 != null) {
      em.createNativeQuery(
              "insert into erasure_item (erasure_id, owner_id, sha256) values (?1, ?2, ?3)"
                  + " on conflict do nothing")
          .setParameter(1, erasureId)
          .setParameter(2, ownerId)
          .setParameter(3, sha256)
          .executeUpdate();
    }
  }

  @SuppressWarnings("unchecked")
  public List<String> contentsOf(UUID erasureId) {
    return em.createNativeQuery(
            "select distinct sha256 from erasure_item where erasure_id = ?1 order by sha256",
            String.class)
        .setParameter(1, erasureId)
        .getResultList();
  }

  /** The rows that have let go of these bytes, in whichever erasure. */
  @SuppressWarnings("unchecked")
  public List<UUID> releasedBy(String sha256) {
    return em.createNativeQuery("select owner_id from erasure_item where sha256 = ?1", UUID.class)
        .setParameter(1, sha256)
        .getResultList();
  }

  /** The evidence of everything a talent agreed to, as pairs of id and bytes, is released. */
  public void releaseEvidence(UUID erasureId, UUID talentId) {
    em.createNativeQuery(
            "insert into erasure_item (erasure_id, owner_id, sha256)"
                + " select ?1, e.id, e.sha256 from consent_evidence e"
                + " join consent_version v on v.id = e.version_id"
                + " join consent c on c.id = v.consent_id where c.talent_id = ?2"
                + " on conflict do nothing")
        .setParameter(1, erasureId)
        .setParameter(2, talentId)
        .executeUpdate();
  }

  /** Words that may name the talent leave the ledgers, which otherwise never change. */
  public void blankLedgers(UUID talentId) {
    String consents = " (select id from consent where talent_id = ?1)";
    update(
        "update consent_version set statement = null where statement is not null"
            + " and consent_id in"
            + consents,
        talentId);
    update(
        "update consent_withdrawal set reason = null where reason is not null and consent_id in"
            + consents,
        talentId);
    update(
        "update consent_evidence set filename = 'erased' where filename <> 'erased'"
            + " and version_id in (select id from consent_version where consent_id in"
            + consents
            + ")",
        talentId);
  }

  /** The network addresses from which the talent used their links. */
  public void forgetOrigins(UUID talentId) {
    update(
        "delete from audit_origin where entry_id in (select a.id from audit_entry a"
            + " where a.actor_kind = 'LINK' and a.actor_id in"
            + " (select id from consent_capture where talent_id = ?1"
            + " union select id from consent where talent_id = ?1))",
        talentId);
  }

  /**
   * Talents not erased yet, of whose consents the last one ended before a moment, by their ids.
   *
   * @param after the last one of those seen so far; null to begin
   */
  @SuppressWarnings("unchecked")
  public List<UUID> over(Instant before, UUID after, int limit) {
    return em.createNativeQuery(
            "select t.id from talent t where t.erased_at is null and t.id > ?2"
                + " and exists (select 1 from consent c where c.talent_id = t.id)"
                + " and not exists (select 1 from consent c"
                + "   join consent_version v on v.consent_id = c.id where c.talent_id = t.id and"
                + "   coalesce(least(c.withdrawn_at, v.valid_until), 'infinity') >= ?1"
                + "   and not exists (select 1 from consent_version n"
                + "     where n.consent_id = v.consent_id and n.number > v.number"
                + "     and n.valid_from <= greatest(?1, v.valid_from)))"
                + " order by t.id",
            UUID.class)
        .setParameter(1, before)
        .setParameter(2, after == null ? BEFORE_ALL : after)
        .setMaxResults(limit)
        .getResultList();
  }

  private void update(String statement, UUID talentId) {
    em.createNativeQuery(statement).setParameter(1, talentId).executeUpdate();
  }
}
