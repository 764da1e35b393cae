package dev.timbre.speech.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.usage.entity.Reservation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was settled by people, and what is still to be settled. */
@ApplicationScoped
public class Settlements {

  @PersistenceContext EntityManager em;

  public void add(Settlement settlement) {
    em.persist(settlement);
  }

  public Optional<Settlement> findOf(UUID speechId) {
    return em.createQuery("select s from Settlement s where s.speechId = :speech", Settlement.class)
        .setParameter("speech", speechId)
        .getResultStream()
        .findFirst();
  }

  /**
   * Speeches of unknown outcome that nobody has settled, the newest first.
   *
   * @param visible the brands the caller may see; null for all
   */
  public Page<Speech> open(Set<UUID> visible, PageRequest request) {
    return new KeysetQuery<>(em, Speech.class)
        .where("e.grounds.brandId in :visible", "visible", visible)
        .where(
            "e.state = :state and not exists"
                + " (select 1 from Settlement s where s.speechId = e.id)",
            "state",
            SpeechState.UNKNOWN)
        .page(request);
  }

  /** Whether a speech of the clone is of unknown outcome and not settled yet. */
  public boolean isOpenFor(UUID cloneId) {
    return em.createQuery(
                "select count(s) from Speech s where s.state = :state and s.grounds.cloneId ="
                    + " :clone and not exists (select 1 from Settlement t where t.speechId = s.id)",
                Long.class)
            .setParameter("state", SpeechState.UNKNOWN)
            .setParameter("clone", cloneId)
            .getSingleResult()
        > 0;
  }

  /** Speeches that have ended for good while their money is still held; there should be none. */
  public List<UUID> endedButHeld(int most) {
    return em.createQuery(
            "select s.id from Speech s, Reservation r where r.id = s.reservationId"
                + " and r.state = :held and (s.state in (:spoken, :failed)"
                + " or exists (select 1 from Settlement t where t.speechId = s.id))",
            UUID.class)
        .setParameter("held", Reservation.State.HELD)
        .setParameter("spoken", SpeechState.SPOKEN)
        .setParameter("failed", SpeechState.FAILED)
        .setMaxResults(most)
        .getResultList();
  }

  /** Reservations of no speech at all, made before an instant; there should be none either. */
  public List<UUID> heldForNothing(Instant before, int most) {
    return em.createQuery(
            "select r.id from Reservation r where r.state = :held and r.createdAt < :before"
                + " and not exists (select 1 from Speech s where s.reservationId = r.id)",
            UUID.class)
        .setParameter("held", Reservation.State.HELD)
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList();
  }
}
