package dev.timbre.consent.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Talents and their consents. */
@ApplicationScoped
public class Consents {

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
      throw new NotFound("talent-not-found", "There is no talent " + id + ".");
    }
    return talent;
  }

  public Page<Talent> talents(PageRequest request) {
    return new KeysetQuery<>(em, Talent.class).page(request);
  }

  /** All of them by name, for choosing from. */
  public List<Talent> allTalents() {
    return em.createQuery("select t from Talent t order by t.name", Talent.class).getResultList();
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

  public Page<Consent> page(UUID talentId, PageRequest request) {
    return new KeysetQuery<>(em, Consent.class)
        .where("e.talent.id = :talent", "talent", talentId)
        .page(request);
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
      throw new NotFound("consent-not-found", "There is no consent " + id + ".");
    }
    return consent;
  }
}
