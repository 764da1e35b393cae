package dev.timbre.access.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sessions of people. */
@ApplicationScoped
public class Sessions {

  /** To which a session is known to have been used, in seconds. */
  private static final int SEEN_STEP = 60;

  @PersistenceContext EntityManager em;

  public void add(PersonSession session) {
    em.persist(session);
  }

  public Optional<PersonSession> find(UUID id) {
    return Optional.ofNullable(em.find(PersonSession.class, id));
  }

  /** Those that nobody ended and that have not run out, the newest first. */
  public List<PersonSession> openOf(UUID personId, Instant now, Instant seenAfter) {
    return em.createQuery(
            "select s from PersonSession s where s.personId = :person and s.endedAt is null"
                + " and s.endsAt > :now and s.seenAt > :seen order by s.id desc",
            PersonSession.class)
        .setParameter("person", personId)
        .setParameter("now", now)
        .setParameter("seen", seenAfter)
        .getResultList();
  }

  /**
   * Ends what is open of a person.
   *
   * @param except goes on; null when none does
   * @return how many ended
   */
  public int endAll(UUID personId, UUID except, Instant now) {
    return em.createQuery(
            "update PersonSession s set s.endedAt = :now where s.personId = :person"
                + " and s.endedAt is null and s.endsAt > :now and s.id <> :except")
        .setParameter("now", now)
        .setParameter("person", personId)
        .setParameter("except", except == null ? new UUID(0, 0) : except)
        .executeUpdate();
  }

  /** Notes the use of a session, at most once a minute so that reading stays cheap. */
  public void touch(PersonSession session, Instant now) {
    if (session.getSeenAt().isBefore(now.minusSeconds(SEEN_STEP))) {
      em.createQuery("update PersonSession s set s.seenAt = :now where s.id = :id")
          .setParameter("now", now)
          .setParameter("id", session.getId())
          .executeUpdate();
    }
  }

  /** Whether somebody of that user name came in from that address before. */
  public boolean isKnownAt(String username, String address, Instant since) {
    return em.createQuery(
                "select count(s) from PersonSession s, Person p where p.id = s.personId"
                    + " and p.username = :username and s.address = :address"
                    + " and s.createdAt > :since",
                Long.class)
            .setParameter("username", username.strip().toLowerCase(Locale.ROOT))
            .setParameter("address", address)
            .setParameter("since", since)
            .getSingleResult()
        > 0;
  }

  /** Forgets sessions that nobody used after an instant, and with them their addresses. */
  public int forgetBefore(Instant instant) {
    return em.createQuery("delete from PersonSession s where s.seenAt < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
  }
}
