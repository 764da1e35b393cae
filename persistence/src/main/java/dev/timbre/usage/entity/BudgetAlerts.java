package dev.timbre.usage.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which budgets have passed thresholds that nobody was told of yet. */
@ApplicationScoped
public class BudgetAlerts {

  private static final Duration LATE = Duration.ofDays(1);

  private static final String PASSED =
      "(select max(a) from unnest(b.alerts) a where"
          + " p.spent > 0 and p.spent * 100 >= b.limit_amount * a"
          + " or p.spent_characters > 0 and p.spent_characters * 100 >= b.character_limit * a)";

  @PersistenceContext EntityManager em;

  /**
   * A budget in a period.
   *
   * @param from thresholds above this one are news
   * @param until the highest threshold that is passed
   */
  public record Passed(UUID budgetId, String period, int from, int until) {}

  /**
   * What is news of the present, and of a month that is just over: what was booked last may have
   * passed a threshold. A limit that is lowered says nothing about earlier months.
   */
  public List<Passed> passed(Instant now, int most) {
    List<?> rows =
        em.createNativeQuery(
                "select p.budget_id, p.period, p.alerted, "
                    + PASSED
                    + " from budget_period p join budget b on b.id = p.budget_id"
                    + " where p.period in (?1) and "
                    + PASSED
                    + " > p.alerted order by p.budget_id")
            .setParameter(1, lately(now))
            .setMaxResults(most)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Passed(
                    (UUID) row[0],
                    (String) row[1],
                    ((Number) row[2]).intValue(),
                    ((Number) row[3]).intValue()))
        .toList();
  }

  /** The names of periods that are under way, or were a day ago, anywhere on earth. */
  private static Set<String> lately(Instant now) {
    return Stream.of(
            BudgetPeriod.TOTAL.at(now, ZoneOffset.UTC),
            BudgetPeriod.MONTH.at(now.minus(LATE), ZoneOffset.MIN),
            BudgetPeriod.MONTH.at(now, ZoneOffset.MAX))
        .collect(Collectors.toSet());
  }

  /**
   * Notes that everybody is being told.
   *
   * @return false when somebody else has done so
   */
  public boolean claim(Passed passed) {
    return em.createNativeQuery(
                "update budget_period set alerted = ?1"
                    + " where budget_id = ?2 and period = ?3 and alerted = ?4")
            .setParameter(1, passed.until())
            .setParameter(2, passed.budgetId())
            .setParameter(3, passed.period())
            .setParameter(4, passed.from())
            .executeUpdate()
        == 1;
  }
}
