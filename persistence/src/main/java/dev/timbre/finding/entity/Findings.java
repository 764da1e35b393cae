package dev.timbre.finding.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.LockingRead;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What checks have found. */
@ApplicationScoped
public class Findings {

  private static final String VISIBLE = "(e.brandId in :brands";

  @PersistenceContext EntityManager em;

  /**
   * Puts it in unless the matter is known; checks on several nodes may see the same one at once.
   *
   * @return whether it was new
   */
  public boolean addOnce(Finding finding) {
    return em.createNativeQuery(
                "insert into finding"
                    + " (id, version, created_at, kind, brand_id, subject_id, facts, state,"
                    + " last_seen_at) values (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?2)"
                    + " on conflict do nothing")
            .setParameter(1, finding.getId())
            .setParameter(2, finding.getCreatedAt())
            .setParameter(3, finding.getKind().name())
            .setParameter(4, finding.getBrandId())
            .setParameter(5, finding.getSubjectId())
            .setParameter(6, finding.getFacts().toJson())
            .setParameter(7, finding.getState().name())
            .executeUpdate()
        == 1;
  }

  /** By kind; kinds of which nothing is open are absent. */
  public Map<FindingKind, Long> countOpen() {
    return em.createQuery(
            "select e.kind, count(e) from Finding e where e.state = :open group by e.kind",
            Object[].class)
        .setParameter("open", FindingState.OPEN)
        .getResultStream()
        .collect(Collectors.toMap(row -> (FindingKind) row[0], row -> (Long) row[1]));
  }

  /**
   * @throws NotFound when there is no such finding
   */
  public Finding get(UUID id) {
    return Optional.ofNullable(em.find(Finding.class, id)).orElseThrow(() -> notFound(id));
  }

  /** The finding with its row locked, so that two people cannot decide it at once. */
  public Finding getForDecision(UUID id) {
    return new LockingRead<>(em, Finding.class).exclusive(id).orElseThrow(() -> notFound(id));
  }

  /** The finding about a subject, with its row locked. */
  public Optional<Finding> findForDecision(FindingKind kind, UUID subjectId) {
    return em.createQuery(
            "select f.id from Finding f where f.kind = :kind and f.subjectId = :subject",
            UUID.class)
        .setParameter("kind", kind)
        .setParameter("subject", subjectId)
        .getResultStream()
        .findFirst()
        .map(this::getForDecision);
  }

  /** All that is open of one kind, the newest first. */
  public List<Finding> open(FindingKind kind) {
    return em.createQuery(
            "select f from Finding f where f.kind = :kind and f.state = :open order by f.id desc",
            Finding.class)
        .setParameter("kind", kind)
        .setParameter("open", FindingState.OPEN)
        .getResultList();
  }

  public Page<Finding> page(FindingFilter filter, PageRequest request) {
    return query(filter).page(request);
  }

  public List<Finding> window(FindingFilter filter, int first, int size) {
    return query(filter).window(first, size);
  }

  public long count(FindingFilter filter) {
    return query(filter).count();
  }

  private KeysetQuery<Finding> query(FindingFilter filter) {
    String visible = filter.companyToo() ? VISIBLE + " or e.brandId is null)" : VISIBLE + ")";
    return new KeysetQuery<>(em, Finding.class)
        .where(visible, "brands", filter.brandIds())
        .where("e.brandId = :brand", "brand", filter.brandId())
        .where("e.kind = :kind", "kind", filter.kind())
        .where("e.state = :state", "state", filter.state())
        .where("e.subjectId = :subject", "subject", filter.subjectId());
  }

  private static NotFound notFound(UUID id) {
    return new NotFound("finding-not-found", "There is no finding " + id + ".");
  }
}
