package dev.timbre.storage.entity;

import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What is known of stored bytes. */
@ApplicationScoped
public class Blobs {

  @PersistenceContext EntityManager em;

  /** The same bytes may come twice; the first description stays. */
  public void addOnce(Blob blob) {
    em.createNativeQuery(
            "insert into blob (sha256, size, media_type, created_at) values (?1, ?2, ?3, ?4)"
                + " on conflict do nothing")
        .setParameter(1, blob.getSha256())
        .setParameter(2, blob.getSize())
        .setParameter(3, blob.getMediaType())
        .setParameter(4, blob.getCreatedAt())
        .executeUpdate();
  }

  /**
   * @throws NotFound when nothing is known of them
   */
  public Blob get(String sha256) {
    Blob blob = em.find(Blob.class, sha256);
    if (blob == null) {
      throw new NotFound("blob-not-found", "Nothing is stored under " + sha256 + ".");
    }
    return blob;
  }
}
