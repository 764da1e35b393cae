package dev.timbre.audio.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The recordings that passed preflight. */
@ApplicationScoped
public class Recordings {

  @PersistenceContext EntityManager em;

  public void add(Recording recording) {
    em.persist(recording);
  }

  /**
   * @throws NotFound when there is no such recording
   */
  public Recording get(UUID id) {
    Recording recording = em.find(Recording.class, id);
    if (recording == null) {
      throw new NotFound("recording-not-found", "There is no recording " + id + ".");
    }
    return recording;
  }

  public Page<Recording> page(UUID brandId, RecordingPurpose purpose, PageRequest request) {
    return query(brandId, purpose).page(request);
  }

  public List<Recording> window(UUID brandId, RecordingPurpose purpose, int first, int size) {
    return query(brandId, purpose).window(first, size);
  }

  public long count(UUID brandId, RecordingPurpose purpose) {
    return query(brandId, purpose).count();
  }

  private KeysetQuery<Recording> query(UUID brandId, RecordingPurpose purpose) {
    return new KeysetQuery<>(em, Recording.class)
        .where("(e.brandId = :brand or e.brandId is null)", "brand", brandId)
        .where("e.purpose = :purpose", "purpose", purpose);
  }
}
