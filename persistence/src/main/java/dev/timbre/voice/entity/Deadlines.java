package dev.timbre.voice.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The brands' policies for clones that nobody has used, and what was decided about such clones. */
@ApplicationScoped
public class Deadlines {

  @PersistenceContext EntityManager em;

  public Optional<DeadlinePolicy> findPolicy(UUID brandId) {
    return em.createQuery(
            "select p from DeadlinePolicy p where p.brandId = :brand", DeadlinePolicy.class)
        .setParameter("brand", brandId)
        .getResultStream()
        .findFirst();
  }

  /** The policies that were chosen, by brand; the usual one holds for the others. */
  public Map<UUID, DeadlinePolicy> policies() {
    return em.createQuery("select p from DeadlinePolicy p", DeadlinePolicy.class)
        .getResultStream()
        .collect(Collectors.toMap(DeadlinePolicy::getBrandId, Function.identity()));
  }

  /**
   * The brand's policy, to be changed. The usual one is written first, so that whatever is chosen
   * instead has a later version than the usual one, which people may have seen.
   */
  public DeadlinePolicy getPolicyForChange(UUID brandId, Instant now) {
    return findPolicy(brandId)
        .orElseGet(
            () -> {
              DeadlinePolicy usual = new DeadlinePolicy(now, brandId);
              em.persist(usual);
              em.flush();
              return usual;
            });
  }

  public void add(CloneDecision decision) {
    // what it overtakes must have ended by then: of a kind only one may be open
    em.flush();
    em.persist(decision);
  }

  public CloneDecision getDecision(UUID id) {
    return em.find(CloneDecision.class, id);
  }

  /** What was decided about a clone, the latest first. */
  public List<CloneDecision> decisionsOn(UUID cloneId) {
    return em.createQuery(
            "select d from CloneDecision d where d.about.cloneId = :clone order by d.id desc",
            CloneDecision.class)
        .setParameter("clone", cloneId)
        .getResultList();
  }

  /** The decisions that wait for their end, by clone. */
  public Map<UUID, List<CloneDecision>> pendingOn(Collection<UUID> cloneIds) {
    return em.createQuery(
            "select d from CloneDecision d where d.about.cloneId in :clones and d.endedAt is null"
                + " order by d.id",
            CloneDecision.class)
        .setParameter("clones", cloneIds)
        .getResultStream()
        .collect(Collectors.groupingBy(decision -> decision.getAbout().cloneId()));
  }

  public Optional<CloneDecision> findBySpeech(UUID speechId) {
    return em.createQuery(
            "select d from CloneDecision d where d.speechId = :speech", CloneDecision.class)
        .setParameter("speech", speechId)
        .getResultStream()
        .findFirst();
  }

  /**
   * The ledger, newest first.
   *
   * @param visible the brands that count; null for all
   * @param brandId one of them; null for all that count
   */
  public Page<CloneDecision> page(Set<UUID> visible, UUID brandId, PageRequest request) {
    return new KeysetQuery<>(em, CloneDecision.class)
        .where("e.about.brandId in :visible", "visible", visible)
        .where("e.about.brandId = :brand", "brand", brandId)
        .page(request);
  }

  /**
   * Provisional clones, the nearest deadline first.
   *
   * @param visible the brands that count; null for all
   * @throws Invalid when the page is to begin after a clone that there is not
   */
  public Page<Clone> clones(Set<UUID> visible, PageRequest request) {
    Optional<Clone> after = request.afterId().map(this::last);
    TypedQuery<Clone> query =
        em.createQuery(
            "select c from Clone c join fetch c.revision where c.state = :state and (:all = true or"
                + " c.revision.voiceId in (select v.id from Voice v where v.brandId in :visible))"
                + after.map(last -> " and (c.deadline, c.id) > (:deadline, :id)").orElse("")
                + " order by c.deadline, c.id",
            Clone.class);
    after.ifPresent(
        last ->
            query.setParameter("deadline", last.getDeadline()).setParameter("id", last.getId()));
    query
        .setParameter("state", CloneState.PROVISIONAL)
        .setParameter("all", visible == null)
        .setParameter("visible", visible == null ? Set.of() : visible);
    return Page.of(query.setMaxResults(request.limit() + 1).getResultList(), request.limit());
  }

  private Clone last(UUID id) {
    Clone clone = em.find(Clone.class, id);
    if (clone == null) {
      throw new Invalid(
              "after-unknown",
              "There is no clone " + id + " to go on after; begin with the first page again.")
          .about(id);
    }
    return clone;
  }

  /**
   * Provisional clones whose deadline is so near, with their voices: what a guard looks at. Clones
   * of revisions that were given up or replaced, and of retired voices, may lapse.
   *
   * @param until the latest deadline that counts
   */
  public List<UnusedClone> unused(Instant until, int limit) {
    return em.createQuery(
            "select new dev.timbre.voice.entity.UnusedClone(c.id, v.brandId, c.deadline)"
                + " from Clone c, Voice v where v.id = c.revision.voiceId and c.state = :state"
                + " and (c.revision.id = v.revision.id or c.revision.id = v.proposal.id)"
                + " and v.state <> :retired and c.deadline <= :until order by c.deadline, c.id",
            UnusedClone.class)
        .setParameter("state", CloneState.PROVISIONAL)
        .setParameter("retired", VoiceState.RETIRED)
        .setParameter("until", until)
        .setMaxResults(limit)
        .getResultList();
  }
}
