package dev.timbre.notice.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
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
import java.util.stream.Collectors;

/** The notices and whom they concern. */
@ApplicationScoped
public class Notices {

  @PersistenceContext EntityManager em;

  /**
   * Adds a notice unless there is one of its key; waits while another transaction adds the same.
   *
   * @return the notice as the database has it; empty when an earlier one committed
   */
  public Optional<Notice> addOnce(Notice notice) {
    int added =
        em.createNativeQuery(
                "insert into notice"
                    + " (id, version, created_at, key, kind, brand_id, subject_id, content)"
                    + " values (:id, 0, :at, :key, :kind, cast(:brand as uuid),"
                    + " cast(:subject as uuid), :content) on conflict (key) do nothing")
            .setParameter("id", notice.getId())
            .setParameter("at", notice.getCreatedAt())
            .setParameter("key", notice.getKey())
            .setParameter("kind", notice.getKind().name())
            .setParameter("brand", text(notice.getBrandId()))
            .setParameter("subject", text(notice.getSubjectId()))
            .setParameter("content", NoticeContent.json(notice.getValues()))
            .executeUpdate();
    return added == 1 ? Optional.of(em.find(Notice.class, notice.getId())) : Optional.empty();
  }

  /** Those of the keys that are announced already. */
  public Set<String> announced(Collection<String> keys) {
    return em.createQuery("select n.key from Notice n where n.key in :keys", String.class)
        .setParameter("keys", keys)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  public void add(Addressee addressee) {
    em.persist(addressee);
  }

  /** What one person is told, newest first. */
  public Page<Addressee> page(UUID personId, Boolean unread, PageRequest request) {
    KeysetQuery<Addressee> query =
        new KeysetQuery<>(em, Addressee.class).where("e.personId = :person", "person", personId);
    if (unread != null) {
      query.where(
          "case when e.readAt is null then true else false end = :unread", "unread", unread);
    }
    return query.page(request);
  }

  public long countUnread(UUID personId) {
    return em.createQuery(
            "select count(a) from Addressee a where a.personId = :person and a.readAt is null",
            Long.class)
        .setParameter("person", personId)
        .getSingleResult();
  }

  /**
   * @throws NotFound when the person was told no such thing
   */
  public Addressee get(UUID noticeId, UUID personId) {
    return em.createQuery(
            "select a from Addressee a where a.notice.id = :notice and a.personId = :person",
            Addressee.class)
        .setParameter("notice", noticeId)
        .setParameter("person", personId)
        .getResultStream()
        .findFirst()
        .orElseThrow(
            () -> new NotFound("notice-not-found", "You have no notice " + noticeId + "."));
  }

  public Addressee getAddressee(UUID id) {
    return em.find(Addressee.class, id);
  }

  public int readAll(UUID personId, Instant now) {
    return em.createQuery(
            "update Addressee a set a.readAt = :now where a.personId = :person and a.readAt is"
                + " null")
        .setParameter("now", now)
        .setParameter("person", personId)
        .executeUpdate();
  }

  /** What was announced about one thing, newest first. */
  public List<Notice> about(UUID subjectId, int limit) {
    return new KeysetQuery<>(em, Notice.class)
        .where("e.subjectId = :subject", "subject", subjectId)
        .window(0, limit);
  }

  /**
   * Deletes old notices with whom they were for, where they went and the work of sending them. What
   * is still being sent stays. Nodes that do it at once take different ones.
   *
   * @param most how many at once
   * @return how many went
   */
  public int forgetBefore(Instant before, int most) {
    return em.createNativeQuery(
            "with old as (select n.id from notice n where n.created_at < :before"
                + " and not exists (select 1 from operation o where o.finished_at is null and"
                + " (o.subject_id in (select p.id from notice_posting p where p.notice_id = n.id)"
                + " or o.subject_id in"
                + " (select a.id from notice_addressee a where a.notice_id = n.id)))"
                + " order by n.created_at limit :most for update skip locked),"
                + " posted as (delete from notice_posting"
                + " where notice_id in (select id from old) returning id),"
                + " told as (delete from notice_addressee"
                + " where notice_id in (select id from old) returning id),"
                + " sent as (delete from operation where subject_id in"
                + " (select id from posted union all select id from told))"
                + " delete from notice where id in (select id from old)")
        .setParameter("before", before)
        .setParameter("most", most)
        .executeUpdate();
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }
}
