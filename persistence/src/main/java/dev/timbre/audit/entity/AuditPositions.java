package dev.timbre.audit.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the log in the order of its positions, as it is proved to others. */
@ApplicationScoped
public class AuditPositions {

  /** No entry is older, and it is a whole number of microseconds. */
  private static final Instant BEGINNING = Instant.EPOCH;

  /** PostgreSQL and the canonical form agree up to here. */
  private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

  @PersistenceContext EntityManager em;

  /**
   * One position of the log.
   *
   * @param leaf the hash that was sealed
   * @param canonical the entry as it is stored now; null when it was retired, or removed
   */
  public record Placed(long position, byte[] leaf, String canonical) {}

  /**
   * A range of positions.
   *
   * @param end the first that is not in it
   */
  public record Range(long begin, long end) {}

  /** Positions from one on, without gaps unless the log was altered. */
  public List<Placed> read(Range range) {
    Query query =
        em.createNativeQuery(
                "select l.position, l.leaf_hash, "
                    + EntryColumns.SELECTED
                    + " from audit_leaf l left join audit_entry e on e.id = l.entry_id"
                    + " where l.position >= ?1 and l.position < ?2 order by l.position")
            .setParameter(1, range.begin())
            .setParameter(2, range.end());
    List<Placed> placed = new ArrayList<>();
    for (Object result : query.getResultList()) {
      Object[] row = (Object[]) result;
      String canonical = row[2] == null ? null : EntryColumns.canonical(row, 2);
      placed.add(new Placed((Long) row[0], (byte[]) row[1], canonical));
    }
    return placed;
  }

  /**
   * The positions of a time: from behind the last older entry to the first newer one, so that what
   * was removed between them is not passed over. A few entries of another time may stand among
   * them, since entries commit out of order.
   *
   * @param from null for the beginning
   * @param until the first moment that is not wanted; null for the end
   * @param size positions beyond are not looked at
   */
  public Range between(Instant from, Instant until, long size) {
    if (from == null && until == null) {
      return new Range(0, size);
    }
    Object[] ends =
        (Object[])
            em.createNativeQuery(
                    "select min(l.position) filter (where e.created_at >= ?1 and e.created_at <"
                        + " ?2), max(l.position) filter (where e.created_at < ?1) + 1,"
                        + " max(l.position) filter (where e.created_at >= ?1 and e.created_at < ?2)"
                        + " + 1, min(l.position) filter (where e.created_at >= ?2) from audit_entry"
                        + " e join audit_leaf l on l.entry_id = e.id where l.position < ?3")
                .setParameter(1, from == null ? BEGINNING : from)
                .setParameter(2, until == null ? END : until)
                .setParameter(3, size)
                .getSingleResult();
    long begin = earlier((Long) ends[0], ends[1] == null ? 0 : (Long) ends[1]);
    long end = later((Long) ends[2], ends[3] == null ? size : (Long) ends[3]);
    return new Range(begin, Math.max(begin, end));
  }

  private static long earlier(Long first, long behindOlder) {
    return first == null ? behindOlder : Math.min(first, behindOlder);
  }

  private static long later(Long behindLast, long firstNewer) {
    return behindLast == null ? firstNewer : Math.max(behindLast, firstNewer);
  }

  /** The entry in canonical form, as it is stored now. */
  public Optional<String> findCanonical(UUID id) {
    return canonical(
            em.createNativeQuery(
                    "select " + EntryColumns.SELECTED + " from audit_entry e where e.id = ?1")
                .setParameter(1, id))
        .stream()
        .findFirst();
  }

  /**
   * Entries that have no position yet, in the order of their ids; whether they stand in line to get
   * one or not.
   */
  public List<String> unsealed(int most) {
    return canonical(
        em.createNativeQuery(
                "select "
                    + EntryColumns.SELECTED
                    + " from audit_entry e"
                    + " where not exists (select from audit_leaf l where l.entry_id = e.id)"
                    + " order by e.id limit ?1")
            .setParameter(1, most));
  }

  private static List<String> canonical(Query query) {
    List<String> forms = new ArrayList<>();
    for (Object row : query.getResultList()) {
      forms.add(EntryColumns.canonical((Object[]) row, 0));
    }
    return forms;
  }
}
