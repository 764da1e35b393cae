package dev.timbre.platform.entity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Hibernate;

/**
 * Locks the row of one entity until the transaction ends, and gives the entity as that row stands
 * now, whatever the transaction read before. Only that row is locked: a locking find or refresh
 * would lock what is fetched with it too, so that callers wait for each other who need not.
 */
public final class LockingRead<T extends Identified> {

  private final EntityManager em;
  private final Class<T> type;

  public LockingRead(EntityManager em, Class<T> type) {
    this.em = em;
    this.type = type;
  }

  /** Nobody changes the row before the transaction ends; others may share the lock. */
  public Optional<T> shared(UUID id) {
    return shared("e.id = :key", id);
  }

  /**
   * Like {@link #shared(UUID)}, by another unique key.
   *
   * @param condition JPQL on alias {@code e} with the parameter {@code key}
   */
  public Optional<T> shared(String condition, Object key) {
    return read(LockModeType.PESSIMISTIC_READ, condition, key);
  }

  /** Nobody else locks or changes the row before the transaction ends. */
  public Optional<T> exclusive(UUID id) {
    return read(LockModeType.PESSIMISTIC_WRITE, "e.id = :key", id);
  }

  private Optional<T> read(LockModeType lock, String condition, Object key) {
    return em
        .createQuery(
            "select e.id from " + type.getSimpleName() + " e where " + condition, UUID.class)
        .setParameter("key", key)
        .setLockMode(lock)
        .getResultList()
        .stream()
        .findFirst()
        .map(this::fresh);
  }

  private T fresh(UUID id) {
    T reference = em.getReference(type, id);
    boolean readBefore = Hibernate.isInitialized(reference);
    T entity = type.cast(Hibernate.unproxy(reference));
    if (readBefore) {
      em.refresh(entity);
    }
    return entity;
  }
}
