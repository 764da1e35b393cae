package dev.timbre.audio.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
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

  /**
   * @param visible the brands the caller may see; null for all
   */
  public Page<Recording> page(
      Set<UUID> visible, UUID brandId, RecordingPurpose purpose, PageRequest request) {
    return query(visible, brandId, purpose).page(request);
  }

  public List<Recording> window(
      Set<UUID> visible, UUID brandId, RecordingPurpose purpose, int first, int size) {
    return query(visible, brandId, purpose).window(first, size);
  }

  public long count(Set<UUID> visible, UUID brandId, RecordingPurpose purpose) {
    return query(visible, brandId, purpose).count();
  }

  /** All of a talent. */
  public List<Recording> ofTalent(UUID talentId) {
    return em.createQuery(
            "select r from Recording r where r.talentId = :talent order by r.id", Recording.class)
        .setParameter("talent", talentId)
        .getResultList();
  }

  private KeysetQuery<Recording> query(Set<UUID> visible, UUID brandId, RecordingPurpose purpose) {
    return new KeysetQuery<>(em, Recording.class)
        .where("(e.brandId in :visible or e.brandId is null)", "visible", visible)
        .where("(e.brandId = :brand or e.brandId is null)", "brand", brandId)
        .where("e.purpose = :purpose", "purpose", purpose);
  }
}
