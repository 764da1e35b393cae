package dev.timbre.audit.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.entity.TimedIds;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The log: entries go in and are read; the database's own rights forbid the rest. */
@ApplicationScoped
public class AuditLog {

  /** Earlier entries had ids by the clock of the machine, a moment after their instant. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  /** As in the index audit_entry_words. */
  private static final String WORDS =
      "cast(sql('audit_words(?, ?, ?, ?, ?) @@ audit_query(?)', e.action, e.reason, e.changes,"
          + " e.correlationId, e.traceId, :text) as Boolean) = true";

  @PersistenceContext EntityManager em;

  public void add(AuditEntry entry, String address) {
    em.persist(entry);
    if (address != null) {
      em.persist(new AuditOrigin(entry.getId(), address));
    }
  }

  /**
   * Lets the database judge what the transaction has done so far; nothing without a transaction.
   */
  public void flush() {
    if (em.isJoinedToTransaction()) {
      em.flush();
    }
  }

  /**
   * @throws NotFound when there is no such entry
   */
  public AuditEntry get(UUID id) {
    AuditEntry entry = em.find(AuditEntry.class, id);
    if (entry == null) {
      throw new NotFound("audit-entry-not-found", "There is no audit entry " + id + ".");
    }
    return entry;
  }

  public Page<AuditEntry> page(AuditFilter filter, PageRequest request) {
    return query(filter).page(request);
  }

  public List<AuditEntry> window(AuditFilter filter, int first, int size) {
    return query(filter).window(first, size);
  }

  /** Whether somebody did, or tried, anything but this. */
  public boolean hasActed(UUID actorId, Collection<AuditAction> except) {
    return !em.createQuery(
            "select e.id from AuditEntry e where e.actor.id = :actor and e.action not in :except",
            UUID.class)
        .setParameter("actor", actorId)
        .setParameter("except", except)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Whether the log no longer tells all that was done since a moment, because retention has taken
   * entries of that time.
   */
  public boolean hasForgotten(Instant since) {
    return (Boolean)
        em.createNativeQuery(
                "select exists (select 1 from audit_retirement r where r.first_kept = (select"
                    + " max(first_kept) from audit_retirement) and cast(?1 as timestamptz) <"
                    + " coalesce((select e.created_at from audit_leaf l join audit_entry e on e.id"
                    + " = l.entry_id where l.position = r.first_kept), r.retired_at))",
                Boolean.class)
            .setParameter(1, since)
            .getSingleResult();
  }

  /** How many there are, up to one more than {@link KeysetQuery#MOST_COUNTED}. */
  public long count(AuditFilter filter) {
    return query(filter).countBounded();
  }

  /** The addresses still kept for these entries. */
  public Map<UUID, String> addressesOf(Collection<AuditEntry> entries) {
    return em.createQuery("select o from AuditOrigin o where o.entryId in :ids", AuditOrigin.class)
        .setParameter("ids", entries.stream().map(AuditEntry::getId).toList())
        .getResultStream()
        .collect(Collectors.toMap(AuditOrigin::getEntryId, AuditOrigin::getAddress));
  }

  /**
   * Removes some of the entries that are older than the policy, from the beginning of the log on;
   * the database decides which. Their leaves stay, so that the rest can still be proved.
   *
   * @return the first position that is kept; empty when nothing is old enough
   */
  public Optional<Long> retire() {
    Object kept = em.createNativeQuery("select audit_retire()").getSingleResult();
    return Optional.ofNullable((Long) kept);
  }

  private KeysetQuery<AuditEntry> query(AuditFilter filter) {
    return new KeysetQuery<>(em, AuditEntry.class)
        .where("e.actor.id = :actor", "actor", filter.actorId())
        .where("e.action = :action", "action", filter.action())
        .where("e.subjectId = :subject", "subject", filter.subjectId())
        .where("e.outcome = :outcome", "outcome", filter.outcome())
        .where("e.correlationId = :correlation", "correlation", filter.correlationId())
        .where("e.createdAt >= :from", "from", filter.from())
        .where("e.createdAt < :until", "until", filter.until())
        // the same once more by ids, which have the index and the partitions
        .where("e.id >= :fromId", "fromId", idAt(filter.from(), SLACK.negated()))
        .where("e.id < :untilId", "untilId", idAt(filter.until(), SLACK))
        .where(WORDS, "text", blankToNull(filter.text()));
  }

  private static UUID idAt(Instant bound, Duration moved) {
    return bound == null ? null : TimedIds.lowestAt(bound.plus(moved));
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
