package dev.timbre.access.entity;

import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Invitations of people. */
@ApplicationScoped
public class Invitations {

  @PersistenceContext EntityManager em;

  public void add(Invitation invitation) {
    em.persist(invitation);
  }

  /**
   * @throws NotFound when there is no such invitation
   */
  public Invitation get(UUID id) {
    Invitation invitation = em.find(Invitation.class, id);
    if (invitation == null) {
      throw new NotFound("invitation-not-found", "There is no invitation " + id + ".");
    }
    return invitation;
  }

  public Optional<Invitation> findByToken(InvitationToken token) {
    return em.createQuery("select i from Invitation i where i.digest = :digest", Invitation.class)
        .setParameter("digest", token.digest())
        .getResultStream()
        .findFirst();
  }

  /** Nobody else uses it before the transaction ends. */
  public Optional<Invitation> claimByToken(InvitationToken token) {
    return findByToken(token)
        .flatMap(found -> new LockingRead<>(em, Invitation.class).exclusive(found.getId()));
  }

  /** When a person's open invitation runs out. */
  public Optional<Instant> openUntil(UUID personId, Instant now) {
    return em.createQuery(
            "select i.expiresAt from Invitation i where i.personId = :person"
                + " and i.endedAt is null and i.expiresAt > :now order by i.id desc",
            Instant.class)
        .setParameter("person", personId)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Ends what is open of a person, so that the newest link is the only one. */
  public int endAll(UUID personId, Instant now) {
    return em.createQuery(
            "update Invitation i set i.endedAt = :now where i.personId = :person"
                + " and i.endedAt is null")
        .setParameter("now", now)
        .setParameter("person", personId)
        .executeUpdate();
  }
}
