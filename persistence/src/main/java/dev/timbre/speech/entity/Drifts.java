package dev.timbre.speech.entity;

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
import java.util.UUID;

/** Watches over how voices sound, and their checks. */
@ApplicationScoped
public class Drifts {

  @PersistenceContext EntityManager em;

  public void add(DriftWatch watch) {
    em.persist(watch);
  }

  public void add(DriftCheck check) {
    em.persist(check);
  }

  public Optional<DriftWatch> findWatch(UUID voiceId) {
    return watchId(voiceId).map(id -> em.find(DriftWatch.class, id));
  }

  /** The watch with its row locked, so that nodes and people take turns. */
  public Optional<DriftWatch> findWatchForChange(UUID voiceId) {
    return watchId(voiceId).flatMap(id -> new LockingRead<>(em, DriftWatch.class).exclusive(id));
  }

  private Optional<UUID> watchId(UUID voiceId) {
    return em.createQuery("select w.id from DriftWatch w where w.voiceId = :voice", UUID.class)
        .setParameter("voice", voiceId)
        .getResultStream()
        .findFirst();
  }

  /** Voices whose check is due, the longest overdue first. */
  public List<UUID> voicesDue(Instant now, int most) {
    return em.createQuery(
            "select w.voiceId from DriftWatch w where w.active = true and w.nextDueAt <= :now"
                + " order by w.nextDueAt",
            UUID.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /**
   * @throws NotFound when there is no such check
   */
  public DriftCheck get(UUID id) {
    return Optional.ofNullable(em.find(DriftCheck.class, id))
        .orElseThrow(() -> new NotFound("drift-check-not-found", "There is no check " + id + "."));
  }

  /** The check of a voice that is not over. */
  public Optional<DriftCheck> findUnderWay(UUID voiceId) {
    return em.createQuery(
            "select c from DriftCheck c where c.voiceId = :voice and c.state = :state order by"
                + " c.id desc",
            DriftCheck.class)
        .setParameter("voice", voiceId)
        .setParameter("state", DriftState.UNDER_WAY)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public Page<DriftCheck> checks(UUID voiceId, PageRequest request) {
    return new KeysetQuery<>(em, DriftCheck.class)
        .where("e.voiceId = :voice", "voice", voiceId)
        .page(request);
  }
}
