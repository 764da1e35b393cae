package dev.timbre.consent.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Talents and their consents. */
@ApplicationScoped
public class Consents {

  private static final String VERSION = "exists (select v.id from ConsentVersion v where";

  private static final String NO_LATER =
      " not exists (select n.id from ConsentVersion n where n.consent = v.consent"
          + " and n.number > v.number and n.scope.validFrom <= ";

  /** As {@link Consent#isInForce}. */
  private static final String IN_FORCE =
      "e.withdrawnAt is null and "
          + VERSION
          + " v.consent = e and v.scope.validFrom <= :now and (v.scope.validUntil is null"
          + " or v.scope.validUntil > :now) and"
          + NO_LATER
          + ":now))";

  /** As {@link Consent#endAfter}. */
  private static final String ENDS_BY =
      VERSION
          + " v.consent = e and v.scope.validUntil > :now and v.scope.validUntil <= :soon and"
          + NO_LATER
          + "v.scope.validUntil))";

  /** In whichever version: what rested on an earlier one is still to be explained. */
  private static final String NAMES_A_BRAND =
      "exists (select v.id from ConsentVersion v, Brand b where v.consent = e"
          + " and b.id in :visible and array_contains(v.scope.brandIds, b.id))";

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @PersistenceContext EntityManager em;

  public void add(Talent talent) {
    em.persist(talent);
  }

  public void add(Consent consent) {
    em.persist(consent);
  }

  public void add(ConsentWithdrawal withdrawal) {
    em.persist(withdrawal);
  }

  public void add(ConsentEvidence evidence) {
    em.persist(evidence);
  }

  /**
   * @throws NotFound when there is no such talent
   */
  public Talent getTalent(UUID id) {
    Talent talent = em.find(Talent.class, id);
    if (talent == null) {
      throw noTalent(id);
    }
    return talent;
  }

  /**
   * The talent as they stand now, with erasure kept waiting until the transaction ends: what is
   * noted of them in it, a later erasure finds.
   *
   * @throws NotFound when there is no such talent
   */
  public Talent getTalentForUse(UUID id) {
    return new LockingRead<>(em, Talent.class).shared(id).orElseThrow(() -> noTalent(id));
  }

  /**
   * The same, of whom something may be noted. To be called before anything else of theirs is
   * locked, as erasure does.
   *
   * @throws NotFound when there is no such talent
   * @throws dev.timbre.platform.error.Conflict when their data were erased
   */
  public Talent getKnownTalent(UUID id) {
    Talent talent = getTalentForUse(id);
    talent.requireKnown();
    return talent;
  }

  public static NotFound noTalent(UUID id) {
    return new NotFound("talent-not-found", "There is no talent " + id + ".");
  }

  /** The talent, locked, so that nothing else is noted of them meanwhile. */
  public Talent getTalentForChange(UUID id) {
    getTalent(id);
    return new LockingRead<>(em, Talent.class).exclusive(id).orElseThrow();
  }

  /**
   * @throws NotFound when there is no such consent
   */
  public Consent get(UUID id) {
    return require(em.find(Consent.class, id), id);
  }

  /**
   * The consent as it stands now, whatever this transaction read before, and locked against
   * withdrawal until the transaction ends, so that what is decided on it holds at commit.
   */
  public Consent getForUse(UUID id) {
    return require(new LockingRead<>(em, Consent.class).shared(id).orElse(null), id);
  }

  /** The consent, locked so that its withdrawal waits for uses that are being decided on. */
  public Consent getForChange(UUID id) {
    return require(new LockingRead<>(em, Consent.class).exclusive(id).orElse(null), id);
  }

  /**
   * @throws NotFound when there is no such version
   */
  public ConsentVersion getVersion(UUID id) {
    ConsentVersion version = em.find(ConsentVersion.class, id);
    if (version == null) {
      throw new NotFound("consent-version-not-found", "There is no consent version " + id + ".");
    }
    return version;
  }

  /**
   * @param soon until when a validity counts as expiring
   */
  public Page<Consent> page(ConsentFilter filter, Instant now, Instant soon, PageRequest request) {
    KeysetQuery<Consent> query =
        new KeysetQuery<>(em, Consent.class)
            .where(NAMES_A_BRAND, "visible", filter.brandIds())
            .where("e.talent.id = :talent", "talent", filter.talentId());
    if (filter.standing() == null) {
      return query.page(request);
    }
    switch (filter.standing()) {
      case IN_FORCE -> query.where(IN_FORCE, "now", now);
      case EXPIRING -> query.where(IN_FORCE, "now", now).where(ENDS_BY, "soon", soon);
      case OUT -> query.where("e.withdrawnAt is null and not (" + IN_FORCE + ")", "now", now);
      case WITHDRAWN -> query.where("e.withdrawnAt <= :now", "now", now);
    }
    return query.page(request);
  }

  /** Consents whose version that counts has ended without that being noted. */
  @SuppressWarnings("unchecked")
  public List<UUID> ended(Instant now, int limit) {
    return em.createNativeQuery(
            "select c.id from consent c join consent_version v on v.consent_id = c.id"
                + " where c.withdrawn_at is null and v.valid_until <= ?1 and not exists"
                + " (select 1 from consent_version n where n.consent_id = v.consent_id"
                + " and n.number > v.number and n.valid_from <= ?1) and not exists"
                + " (select 1 from consent_expiry x where x.version_id = v.id)"
                + " order by v.valid_until",
            UUID.class)
        .setParameter(1, now)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Consents that end within a time and that no further version continues, by their ids.
   *
   * @param after the last one of those seen so far; null to begin
   */
  @SuppressWarnings("unchecked")
  public List<UUID> ending(Instant from, Instant until, UUID after, int limit) {
    return em.createNativeQuery(
            "select c.id from consent c where c.withdrawn_at is null and c.id > ?3 and exists"
                + " (select 1 from consent_version v where v.consent_id = c.id"
                + " and v.valid_until > ?1 and v.valid_until <= ?2 and not exists"
                + " (select 1 from consent_version n where n.consent_id = v.consent_id"
                + " and n.number > v.number and n.valid_from <= v.valid_until)) order by c.id",
            UUID.class)
        .setParameter(1, from)
        .setParameter(2, until)
        .setParameter(3, after == null ? BEFORE_ALL : after)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Whether this was the first to note that a version's validity ended. */
  public boolean noteEnd(ConsentVersion version, Instant now) {
    return em.createNativeQuery(
                "insert into consent_expiry (version_id, consent_id, noted_at) values (?1, ?2, ?3)"
                    + " on conflict do nothing")
            .setParameter(1, version.getId())
            .setParameter(2, version.getConsent().getId())
            .setParameter(3, now)
            .executeUpdate()
        == 1;
  }

  /** All that a talent agreed to. */
  public List<Consent> ofTalent(UUID talentId) {
    return em.createQuery(
            "select c from Consent c where c.talent.id = :talent order by c.id", Consent.class)
        .setParameter("talent", talentId)
        .getResultList();
  }

  /**
   * @throws NotFound when the consent has no such evidence
   */
  public ConsentEvidence getEvidence(UUID consentId, UUID evidenceId) {
    return em.createQuery(
            "select e from ConsentEvidence e join fetch e.consentVersion"
                + " where e.id = :id and e.consentVersion.consent.id = :consent",
            ConsentEvidence.class)
        .setParameter("id", evidenceId)
        .setParameter("consent", consentId)
        .getResultStream()
        .findFirst()
        .orElseThrow(
            () -> new NotFound("evidence-not-found", "There is no evidence " + evidenceId + "."));
  }

  /** Of all versions of a consent, the newest first. */
  public List<ConsentEvidence> evidenceOfConsent(UUID consentId) {
    return em.createQuery(
            "select e from ConsentEvidence e join fetch e.consentVersion"
                + " where e.consentVersion.consent.id = :consent order by e.id desc",
            ConsentEvidence.class)
        .setParameter("consent", consentId)
        .getResultList();
  }

  public List<ConsentEvidence> evidenceOf(UUID versionId) {
    return em.createQuery(
            "select e from ConsentEvidence e where e.consentVersion.id = :version order by e.id",
            ConsentEvidence.class)
        .setParameter("version", versionId)
        .getResultList();
  }

  private static Consent require(Consent consent, UUID id) {
    if (consent == null) {
      throw noConsent(id);
    }
    return consent;
  }

  public static NotFound noConsent(UUID id) {
    return new NotFound("consent-not-found", "There is no consent " + id + ".");
  }
}
