package dev.timbre.consent.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which brands have to do with a talent: those that the talent agreed to in whichever version,
 * those that asked, and those that recorded them. Nobody's yet is a talent of whom only the name is
 * noted.
 */
@ApplicationScoped
public class TalentBrands {

  /** That brand {@code b} has to do with talent {@code e}. */
  private static final String CONCERNS =
      "(exists (select v.id from ConsentVersion v where v.consent.talent = e"
          + " and array_contains(v.scope.brandIds, b.id))"
          + " or exists (select k.id from ConsentCapture k where k.talent = e"
          + " and k.brandId = b.id)"
          + " or exists (select r.id from Recording r where r.talentId = e.id"
          + " and r.brandId = b.id))";

  private static final String VISIBLE =
      "(exists (select b.id from Brand b where b.id in :visible and "
          + CONCERNS
          + ") or not exists (select b.id from Brand b where "
          + CONCERNS
          + "))";

  @PersistenceContext EntityManager em;

  /**
   * @param visible the brands the caller may see; null for all
   */
  public Page<Talent> talents(Set<UUID> visible, PageRequest request) {
    return new KeysetQuery<>(em, Talent.class).where(VISIBLE, "visible", visible).page(request);
  }

  /**
   * All that are not erased, by name, for choosing from.
   *
   * @param visible the brands the caller may see; null for all
   */
  public List<Talent> choices(Set<UUID> visible) {
    TypedQuery<Talent> query =
        em.createQuery(
            "select e from Talent e where e.erasedAt is null"
                + (visible == null ? "" : " and " + VISIBLE)
                + " order by e.name",
            Talent.class);
    return (visible == null ? query : query.setParameter("visible", visible)).getResultList();
  }

  /** By talent; those who are nobody's are absent. */
  public Map<UUID, Set<UUID>> of(Collection<UUID> talentIds) {
    return em.createQuery(
            "select e.id, b.id from Talent e, Brand b where e.id in :talents and " + CONCERNS,
            Object[].class)
        .setParameter("talents", talentIds)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(row -> (UUID) row[1], Collectors.toSet())));
  }

  /** Empty for a talent who is nobody's. */
  public Set<UUID> of(UUID talentId) {
    return of(List.of(talentId)).getOrDefault(talentId, Set.of());
  }
}
