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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Questions to talents, the links that open them, and the statements they use. */
@ApplicationScoped
public class Captures {

  @PersistenceContext EntityManager em;

  public void add(ConsentCapture capture) {
    em.persist(capture);
  }

  public void add(TalentLink link) {
    em.persist(link);
  }

  public void add(ConsentStatement statement) {
    em.persist(statement);
  }

  /**
   * @throws NotFound when there is none
   */
  public ConsentCapture get(UUID id) {
    return require(em.find(ConsentCapture.class, id), id);
  }

  /** The capture, locked, so that of two who answer it one finds it answered. */
  public ConsentCapture getForChange(UUID id) {
    return require(new LockingRead<>(em, ConsentCapture.class).exclusive(id).orElse(null), id);
  }

  /**
   * @param brands those that may be seen; null for all
   */
  public Page<ConsentCapture> page(
      Set<UUID> brands, UUID talentId, CaptureState state, PageRequest request) {
    return new KeysetQuery<>(em, ConsentCapture.class)
        .where("e.brandId in :brands", "brands", brands)
        .where("e.talent.id = :talent", "talent", talentId)
        .where("e.state = :state", "state", state)
        .page(request);
  }

  public List<ConsentCapture> ofConsent(UUID consentId) {
    return em.createQuery(
            "select e from ConsentCapture e where e.consentId = :consent order by e.id desc",
            ConsentCapture.class)
        .setParameter("consent", consentId)
        .getResultList();
  }

  public List<ConsentCapture> ofTalent(UUID talentId) {
    return em.createQuery(
            "select e from ConsentCapture e where e.talent.id = :talent order by e.id",
            ConsentCapture.class)
        .setParameter("talent", talentId)
        .getResultList();
  }

  /** Open ones whose time is over. */
  public List<UUID> overdue(Instant now, int limit) {
    return em.createQuery(
            "select e.id from ConsentCapture e where e.state = :open and e.expiresAt <= :now"
                + " order by e.expiresAt",
            UUID.class)
        .setParameter("open", CaptureState.OPEN)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  public Optional<TalentLink> findLink(String digest) {
    return em.createQuery("select l from TalentLink l where l.digest = :digest", TalentLink.class)
        .setParameter("digest", digest)
        .getResultStream()
        .findFirst();
  }

  /** The link as it stands now, and nobody takes it back before the transaction ends. */
  public Optional<TalentLink> findLinkForUse(String digest) {
    return new LockingRead<>(em, TalentLink.class).shared("e.digest = :key", digest);
  }

  /** Whatever links there are to a subject open nothing any more. */
  public void revokeLinks(UUID subjectId, Instant now) {
    em.createQuery("select l from TalentLink l where l.subjectId = :subject", TalentLink.class)
        .setParameter("subject", subjectId)
        .getResultStream()
        .forEach(link -> link.revoke(now));
  }

  /** The newest statement of a brand in a language, as a primary subtag. */
  public Optional<ConsentStatement> findStatement(UUID brandId, String locale) {
    return em.createQuery(
            "select s from ConsentStatement s where s.brandId = :brand and s.locale = :locale"
                + " order by s.number desc",
            ConsentStatement.class)
        .setParameter("brand", brandId)
        .setParameter("locale", locale)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * The newest statement of each brand and language.
   *
   * @param brands those that may be seen; null for all
   */
  public List<ConsentStatement> newestStatements(Set<UUID> brands) {
    return em.createQuery(
            "select s from ConsentStatement s where (:all = true or s.brandId in :brands)"
                + " and s.number = (select max(x.number) from ConsentStatement x"
                + " where x.brandId = s.brandId and x.locale = s.locale)"
                + " order by s.brandId, s.locale",
            ConsentStatement.class)
        .setParameter("all", brands == null)
        .setParameter("brands", brands == null ? Set.of() : brands)
        .getResultList();
  }

  /** Every version of every language of a brand, the newest first; null for what may be seen. */
  public Page<ConsentStatement> statements(Set<UUID> brands, UUID brandId, PageRequest request) {
    return new KeysetQuery<>(em, ConsentStatement.class)
        .where("e.brandId in :brands", "brands", brands)
        .where("e.brandId = :brand", "brand", brandId)
        .page(request);
  }

  /**
   * @throws NotFound when there is none
   */
  public ConsentStatement getStatement(UUID id) {
    return Optional.ofNullable(em.find(ConsentStatement.class, id))
        .orElseThrow(() -> noStatement(id));
  }

  public static NotFound noStatement(UUID id) {
    return new NotFound("statement-not-found", "There is no consent statement " + id + ".");
  }

  private static ConsentCapture require(ConsentCapture capture, UUID id) {
    if (capture == null) {
      throw new NotFound("capture-not-found", "There is no capture " + id + ".");
    }
    return capture;
  }
}
