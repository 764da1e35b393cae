package dev.timbre.platform.entity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A filtered list query, newest first, whose cost does not grow with the depth of the page: it
 * seeks by id instead of counting rows. Conditions are fixed JPQL fragments; values are bound.
 */
public final class KeysetQuery<T extends Identified> {

  /** Beyond so many rows nobody wants to know how many there are, and counting takes long. */
  public static final int MOST_COUNTED = 10_000;

  private final EntityManager em;
  private final Class<T> type;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  public KeysetQuery(EntityManager em, Class<T> type) {
    this.em = em;
    this.type = type;
  }

  /**
   * Adds a condition on alias {@code e} when its value is present.
   *
   * @param condition JPQL with one named parameter, for example {@code e.brand.id = :brand}
   */
  public KeysetQuery<T> where(String condition, String parameter, Object value) {
    if (value != null) {
      conditions.add(condition);
      parameters.put(parameter, value);
    }
    return this;
  }

  public Page<T> page(PageRequest request) {
    request.afterId().ifPresent(after -> where("e.id < :after", "after", after));
    TypedQuery<T> query = em.createQuery("select e " + from() + " order by e.id desc", type);
    parameters.forEach(query::setParameter);
    List<T> rows = query.setMaxResults(request.limit() + 1).getResultList();
    return Page.of(rows, request.limit());
  }

  /** One window of the list for pages that show row numbers. */
  public List<T> window(int first, int size) {
    TypedQuery<T> query = em.createQuery("select e " + from() + " order by e.id desc", type);
    parameters.forEach(query::setParameter);
    return query.setFirstResult(first).setMaxResults(size).getResultList();
  }

  public long count() {
    TypedQuery<Long> query = em.createQuery("select count(e) " + from(), Long.class);
    parameters.forEach(query::setParameter);
    return query.getSingleResult();
  }

  /** How many rows there are, but no more than one above {@link #MOST_COUNTED}. */
  public long countBounded() {
    TypedQuery<Long> query =
        em.createQuery(
            "select count(s.id) from (select e.id as id "
                + from()
                + " order by e.id desc limit "
                + (MOST_COUNTED + 1)
                + ") s",
            Long.class);
    parameters.forEach(query::setParameter);
    return query.getSingleResult();
  }

  private String from() {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return "from " + type.getSimpleName() + " e" + where;
  }
}
