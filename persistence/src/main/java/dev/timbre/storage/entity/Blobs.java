package dev.timbre.storage.entity;

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

/** What is known of stored bytes. */
@ApplicationScoped
public class Blobs {

  @PersistenceContext EntityManager em;

  /** The same bytes may come twice; the first description stays. Erased ones come back. */
  public void addOnce(Blob blob) {
    em.createNativeQuery(
            "insert into blob (sha256, size, media_type, created_at) values (?1, ?2, ?3, ?4)"
                + " on conflict (sha256) do update set erased_at = null"
                + " where blob.erased_at is not null")
        .setParameter(1, blob.getSha256())
        .setParameter(2, blob.getSize())
        .setParameter(3, blob.getMediaType())
        .setParameter(4, blob.getCreatedAt())
        .executeUpdate();
  }

  public Optional<Blob> find(String sha256) {
    return Optional.ofNullable(em.find(Blob.class, sha256));
  }

  /**
   * @throws NotFound when nothing is known of them
   */
  public Blob get(String sha256) {
    return find(sha256)
        .orElseThrow(
            () -> new NotFound("blob-not-found", "Nothing is stored under " + sha256 + "."));
  }

  /**
   * Locks the row of stored bytes, so that nobody makes them known anew before the transaction
   * ends. Whether there is one.
   */
  public boolean lock(String sha256) {
    return !em.createNativeQuery("select 1 from blob where sha256 = ?1 for update", Integer.class)
        .setParameter(1, sha256)
        .getResultList()
        .isEmpty();
  }

  /** Of some digests those under which bytes are stored. */
  @SuppressWarnings("unchecked")
  public Set<String> known(Collection<String> digests) {
    return Set.copyOf(
        em.createNativeQuery(
                "select sha256 from blob where sha256 = any (?1) and erased_at is null",
                String.class)
            .setParameter(1, digests.toArray(String[]::new))
            .getResultList());
  }

  /**
   * Does something to bytes that nothing is known of, or only that they were erased, while nobody
   * can make them known. Whether that was so.
   */
  public boolean ifUnknown(String sha256, Instant now, Runnable removal) {
    boolean mine =
        em.createNativeQuery(
                    "insert into blob (sha256, size, media_type, created_at, erased_at)"
                        + " values (?1, 0, '', ?2, ?2) on conflict do nothing")
                .setParameter(1, sha256)
                .setParameter(2, now)
                .executeUpdate()
            == 1;
    if (!mine && !isErased(sha256)) {
      return false;
    }
    removal.run();
    if (mine) {
      // whoever has waited for this row finds no trace of it
      em.createNativeQuery("delete from blob where sha256 = ?1")
          .setParameter(1, sha256)
          .executeUpdate();
    }
    return true;
  }

  private boolean isErased(String sha256) {
    return !em.createNativeQuery(
            "select 1 from blob where sha256 = ?1 and erased_at is not null for update",
            Integer.class)
        .setParameter(1, sha256)
        .getResultList()
        .isEmpty();
  }

  /** From now on only the digest is known. */
  public void markErased(String sha256, Instant now) {
    em.createNativeQuery("update blob set erased_at = ?2 where sha256 = ?1 and erased_at is null")
        .setParameter(1, sha256)
        .setParameter(2, now)
        .executeUpdate();
  }

  /**
   * Whether any row of any table refers to the bytes, other than those that have let go of them.
   * The tables are those whose foreign keys say so, whichever capability owns them.
   *
   * @param released ids of rows that no longer need the bytes
   */
  public boolean isHeldByOthers(String sha256, Collection<UUID> released) {
    String[] gone = released.stream().map(UUID::toString).toArray(String[]::new);
    return owners().stream().anyMatch(owner -> isHeld(owner, sha256, gone));
  }

  private boolean isHeld(String owner, String sha256, String[] gone) {
    return (Boolean)
        em.createNativeQuery(
                "select exists (select 1 from "
                    + owner
                    + " = ?1 and coalesce(to_jsonb(o) ->> 'id', '') <> all (?2))",
                Boolean.class)
            .setParameter(1, sha256)
            .setParameter(2, gone)
            .getSingleResult();
  }

  /** As {@code table o where o.column}, quoted by the database itself. */
  @SuppressWarnings("unchecked")
  private List<String> owners() {
    return em.createNativeQuery(
            "select cast(cast(k.conrelid as regclass) as text) || ' o where o.'"
                + " || quote_ident(a.attname)"
                + " from pg_constraint k join pg_attribute a"
                + " on a.attrelid = k.conrelid and a.attnum = k.conkey[1]"
                + " where k.contype = 'f' and k.confrelid = cast('blob' as regclass)"
                + " and k.conparentid = 0",
            String.class)
        .getResultList();
  }
}
