package dev.timbre.platform.entity;

import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The durable work of all nodes; PostgreSQL hands each piece to one worker at a time. */
@ApplicationScoped
public class Operations {

  /** Hibernate's name for SKIP LOCKED as a lock time-out, in milliseconds. */
  private static final int SKIP_LOCKED = -2;

  @PersistenceContext EntityManager em;

  public void add(Operation operation) {
    em.persist(operation);
  }

  /**
   * @throws NotFound when there is no such operation
   */
  public Operation get(UUID id) {
    return find(id)
        .orElseThrow(
            () -> new NotFound("operation-not-found", "There is no operation " + id + "."));
  }

  public Optional<Operation> find(UUID id) {
    return Optional.ofNullable(em.find(Operation.class, id));
  }

  /** The newest work of one kind on one subject. */
  public Optional<Operation> findLatest(String kind, UUID subjectId) {
    return em.createQuery(
            "select o from Operation o where o.kind = :kind and o.subjectId = :subject"
                + " order by o.id desc",
            Operation.class)
        .setParameter("kind", kind)
        .setParameter("subject", subjectId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The newest work of one kind on each of the subjects that has any. */
  public Map<UUID, Operation> findLatest(String kind, Collection<UUID> subjectIds) {
    return em.createQuery(
            "select o from Operation o where o.kind = :kind and o.subjectId in :subjects and"
                + " o.id = (select max(n.id) from Operation n where n.kind = o.kind and"
                + " n.subjectId = o.subjectId)",
            Operation.class)
        .setParameter("kind", kind)
        .setParameter("subjects", subjectIds)
        .getResultStream()
        .collect(Collectors.toMap(Operation::getSubjectId, Function.identity()));
  }

  /**
   * A run that is still under way keeps the work. Nothing happens where it has ended, or somebody
   * else has the work by now.
   *
   * @param attempts as leased, which tells one run from another
   */
  public void renewLease(UUID id, int attempts, Instant until) {
    em.createQuery(
            // past the version, which belongs to whoever finishes the run
            "update Operation o set o.dueAt = :until where o.id = :id and o.attempts = :attempts"
                + " and o.state = :running")
        .setParameter("until", until)
        .setParameter("id", id)
        .setParameter("attempts", attempts)
        .setParameter("running", OperationState.RUNNING)
        .executeUpdate();
  }

  /** Leases the oldest due piece that no other worker is taking. */
  public Optional<Operation> leaseDue(Instant now, Duration lease) {
    List<Operation> due =
        em.createQuery(
                "select o from Operation o where o.finishedAt is null and o.dueAt <= :now"
                    + " order by o.dueAt",
                Operation.class)
            .setParameter("now", now)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
            .setMaxResults(1)
            .getResultList();
    due.forEach(operation -> operation.lease(now, lease));
    return due.stream().findFirst();
  }
}
