package dev.timbre.voice.entity;

import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The clones at all providers. */
@ApplicationScoped
public class Clones {

  /** Stands where no page came before. */
  private static final UUID NOBODY = new UUID(0, 0);

  @PersistenceContext EntityManager em;

  public void add(Clone clone) {
    em.persist(clone);
  }

  /**
   * @throws NotFound when there is no such clone
   */
  public Clone get(UUID id) {
    return Optional.ofNullable(em.find(Clone.class, id)).orElseThrow(() -> notFound(id));
  }

  /** The clone with its row locked, so that of two first speeches one finds it provisional. */
  public Clone getForChange(UUID id) {
    return new LockingRead<>(em, Clone.class).exclusive(id).orElseThrow(() -> notFound(id));
  }

  /**
   * Several, with their rows locked by their ids: so nobody who locks several waits in a circle.
   */
  public List<Clone> getForChange(Collection<UUID> ids) {
    return ids.stream().distinct().sorted().map(this::getForChange).toList();
  }

  /** Whether a clone of ours has or ever had that id at its provider. */
  public boolean isKnown(String providerVoiceId) {
    return !em.createQuery("select c.id from Clone c where c.providerVoiceId = :id", UUID.class)
        .setParameter("id", providerVoiceId)
        .getResultList()
        .isEmpty();
  }

  public List<Clone> ofVoice(UUID voiceId) {
    return em.createQuery(
            "select c from Clone c where c.revision.voiceId = :voice order by c.id desc",
            Clone.class)
        .setParameter("voice", voiceId)
        .getResultList();
  }

  /** Every clone of every revision that rests on a consent, the newest first. */
  public List<Clone> restingOn(UUID consentId) {
    return em.createQuery(
            "select c from Clone c where c.revision.consentId = :consent order by c.id desc",
            Clone.class)
        .setParameter("consent", consentId)
        .getResultList();
  }

  /** Every clone of every voice of a talent, by id. */
  public List<Clone> ofTalent(UUID talentId) {
    return em.createQuery(
            "select c from Clone c where c.revision.voiceId in"
                + " (select v.id from Voice v where v.talentId = :talent) order by c.id",
            Clone.class)
        .setParameter("talent", talentId)
        .getResultList();
  }

  /** The newest clone of a revision that may still come to speak. */
  public Optional<Clone> findUsable(Revision revision) {
    return em.createQuery(
            "select c from Clone c where c.revision = :revision and c.state in :states"
                + " order by c.id desc",
            Clone.class)
        .setParameter("revision", revision)
        .setParameter(
            "states",
            List.of(
                CloneState.REQUESTED,
                CloneState.CLONING,
                CloneState.PROVISIONAL,
                CloneState.PERMANENT))
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The newest clone of a revision that the provider no longer has. */
  public Optional<Clone> findLost(Revision revision) {
    return em.createQuery(
            "select c from Clone c where c.revision = :revision and c.state in :states"
                + " order by c.id desc",
            Clone.class)
        .setParameter("revision", revision)
        .setParameter("states", List.of(CloneState.LAPSED, CloneState.MISSING))
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The clones of a revision that nothing was sent for yet that may have made them. */
  public List<Clone> unsent(Revision revision) {
    return em.createQuery(
            "select c from Clone c where c.revision = :revision and c.state in :states"
                + " and c.sends.open = 0",
            Clone.class)
        .setParameter("revision", revision)
        .setParameter("states", List.of(CloneState.REQUESTED, CloneState.CLONING))
        .getResultList();
  }

  /**
   * Voices that could speak, and whose approved revision has lost its clone and has no other; the
   * newest first.
   *
   * @param visible the brands that count; null for all
   */
  public Page<Voice> voicesWithoutClone(Set<UUID> visible, PageRequest request) {
    List<Voice> voices =
        em.createQuery(
                "select v from Voice v where v.state in :voices and (:all = true or v.brandId in"
                    + " :visible) and (:first = true or v.id < :after) and exists (select 1 from"
                    + " Clone c where c.revision = v.revision and c.state in :lost) and not exists"
                    + " (select 1 from Clone c where c.revision = v.revision and c.state in"
                    + " :usable) order by v.id desc",
                Voice.class)
            .setParameter(
                "voices", List.of(VoiceState.APPROVED, VoiceState.LIVE, VoiceState.SUSPENDED))
            .setParameter("all", visible == null)
            .setParameter("visible", visible == null ? Set.of() : visible)
            .setParameter("first", request.after() == null)
            .setParameter("after", request.afterId().orElse(NOBODY))
            .setParameter("lost", List.of(CloneState.LAPSED, CloneState.MISSING))
            .setParameter(
                "usable",
                List.of(
                    CloneState.REQUESTED,
                    CloneState.CLONING,
                    CloneState.PROVISIONAL,
                    CloneState.PERMANENT))
            .setMaxResults(request.limit() + 1)
            .getResultList();
    return Page.of(voices, request.limit());
  }

  /**
   * Provisional clones, the nearest deadline first.
   *
   * @param visible the brands that count; null for all
   */
  public List<Clone> deadlines(Set<UUID> visible, int limit) {
    return em.createQuery(
            "select c from Clone c join fetch c.revision where c.state = :state and (:all = true or"
                + " c.revision.voiceId in (select v.id from Voice v where v.brandId in :visible))"
                + " order by c.deadline",
            Clone.class)
        .setParameter("state", CloneState.PROVISIONAL)
        .setParameter("all", visible == null)
        .setParameter("visible", visible == null ? Set.of() : visible)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Provisional clones that {@linkplain Clone#hasSurelyLapsed have surely lapsed}, the longest gone
   * first.
   */
  public List<UUID> surelyLapsed(Instant now, int limit) {
    return em.createQuery(
            "select c.id from Clone c where c.state = :state and c.useUnknown = false"
                + " and c.sends.last < :sent order by c.sends.last",
            UUID.class)
        .setParameter("state", CloneState.PROVISIONAL)
        .setParameter("sent", CloneDeadline.lapsedIfSentBefore(now))
        .setMaxResults(limit)
        .getResultList();
  }

  private static NotFound notFound(UUID id) {
    return new NotFound("clone-not-found", "There is no clone " + id + ".");
  }
}
