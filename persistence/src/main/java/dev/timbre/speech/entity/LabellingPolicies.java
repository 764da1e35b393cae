package dev.timbre.speech.entity;

import dev.timbre.access.entity.Territory;
import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All labelling policies, past and future ones included. */
@ApplicationScoped
public class LabellingPolicies {

  /** A brand's own comes before the one for all brands, and then the newer before the older. */
  private static final BinaryOperator<LabellingPolicy> NEARER =
      (a, b) -> {
        if ((a.getBrandId() == null) != (b.getBrandId() == null)) {
          return a.getBrandId() == null ? b : a;
        }
        // as texts, because Java compares UUIDs as signed numbers
        return a.getId().toString().compareTo(b.getId().toString()) > 0 ? a : b;
      };

  @PersistenceContext EntityManager em;

  public void add(LabellingPolicy policy) {
    em.persist(policy);
  }

  /**
   * @throws NotFound when there is no such policy
   */
  public LabellingPolicy get(UUID id) {
    LabellingPolicy policy = em.find(LabellingPolicy.class, id);
    if (policy == null) {
      throw new NotFound("labelling-policy-not-found", "There is no labelling policy " + id + ".");
    }
    return policy;
  }

  /** All that were decided together with one, itself included, by territory. */
  public List<LabellingPolicy> decidedWith(UUID id) {
    return em.createQuery(
            "select p from LabellingPolicy p, LabellingPolicy one where one.id = :id"
                + " and p.createdAt = one.createdAt and p.decidedBy = one.decidedBy"
                + " and (p.brandId = one.brandId or p.brandId is null and one.brandId is null)"
                + " order by p.territory",
            LabellingPolicy.class)
        .setParameter("id", id)
        .getResultList();
  }

  /**
   * @param visible the brands the caller may see; null for all
   * @param territories null for all
   */
  public Page<LabellingPolicy> page(
      Set<UUID> visible, Set<String> territories, PageRequest request) {
    return new KeysetQuery<>(em, LabellingPolicy.class)
        .where("(e.brandId is null or e.brandId in :visible)", "visible", visible)
        .where("e.territory in :territories", "territories", territories)
        .page(request);
  }

  /**
   * The policies that count for speech of a brand in a territory: of each territory that matters
   * one. Speech for the whole world is heard everywhere, so all territories matter to it.
   */
  public Collection<LabellingPolicy> counting(UUID brandId, String territory, Instant at) {
    return em.createQuery(
            "select p from LabellingPolicy p"
                + " where (p.brandId is null or p.brandId = :brand)"
                + " and (:territory = :world or p.territory in (:territory, :world))"
                + " and p.validFrom <= :at and (p.validUntil is null or p.validUntil > :at)",
            LabellingPolicy.class)
        .setParameter("brand", brandId)
        .setParameter("territory", territory)
        .setParameter("world", Territory.WORLD)
        .setParameter("at", at)
        .getResultStream()
        .collect(Collectors.toMap(LabellingPolicy::getTerritory, Function.identity(), NEARER))
        .values();
  }

  /** Those that count now, by territory and brand. */
  public List<LabellingPolicy> inForce(Set<UUID> visible, Instant at) {
    return em
        .createQuery(
            "select p from LabellingPolicy p where p.validFrom <= :at"
                + " and (p.validUntil is null or p.validUntil > :at)"
                + " order by p.territory, p.id",
            LabellingPolicy.class)
        .setParameter("at", at)
        .getResultStream()
        .filter(p -> p.getBrandId() == null || visible == null || visible.contains(p.getBrandId()))
        .collect(
            Collectors.toMap(
                p -> p.getTerritory() + " " + p.getBrandId(), Function.identity(), NEARER))
        .values()
        .stream()
        .sorted(
            Comparator.comparing(LabellingPolicy::getTerritory)
                .thenComparing(p -> String.valueOf(p.getBrandId())))
        .toList();
  }
}
