package dev.timbre.platform.entity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Hibernate;

/**
 * Identity of every aggregate: a UUID version 7 (RFC 9562), so that order by id is order by time
 * and keyset paging needs no second column. Equality is by id, assigned at construction.
 */
@MappedSuperclass
public abstract class Identified implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  @Id private UUID id;

  @Version private long version;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  protected Identified() {}

  protected Identified(Instant createdAt) {
    this(IDS.generate(), createdAt);
  }

  /** With an id of one's own, for what is looked for by the time in its id. */
  protected Identified(UUID id, Instant createdAt) {
    this.id = id;
    this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
  }

  public UUID getId() {
    return id;
  }

  /** Optimistic version; REST shows it as the entity tag. */
  public long getVersion() {
    return version;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Identified that
            && Hibernate.getClass(this) == Hibernate.getClass(that)
            && id.equals(that.getId()));
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(id);
  }

  @Override
  public String toString() {
    return Hibernate.getClass(this).getSimpleName() + "[" + id + "]";
  }
}
