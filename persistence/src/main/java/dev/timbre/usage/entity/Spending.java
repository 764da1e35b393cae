package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How money goes over time: by day, and where it will have gone by the end of the month. */
@ApplicationScoped
public class Spending {

  @PersistenceContext EntityManager em;

  /** What the month of a moment will have cost; empty for a budget without months. */
  public Optional<Money> forecast(Budget budget, Instant now) {
    if (budget.getPeriod() == BudgetPeriod.TOTAL) {
      return Optional.empty();
    }
    String last = YearMonth.parse(budget.periodAt(now)).minusMonths(1).toString();
    return Optional.of(
        Forecast.atMonthsEnd(
            now, budget.getZone(), spent(budget, budget.periodAt(now)), spent(budget, last)));
  }

  /** What reservations hold, by currency. */
  public Map<String, BigDecimal> held() {
    List<?> rows =
        em.createNativeQuery(
                "select currency, sum(amount) from reservation where state = 'HELD' group by 1")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], row -> (BigDecimal) row[1]));
  }

  private Money spent(Budget budget, String period) {
    List<?> rows =
        em.createNativeQuery("select spent from budget_period where budget_id = ?1 and period = ?2")
            .setParameter(1, budget.getId())
            .setParameter(2, period)
            .getResultList();
    BigDecimal amount = rows.isEmpty() ? BigDecimal.ZERO : (BigDecimal) rows.get(0);
    return Money.of(amount, budget.getLimit().getCurrency());
  }

  /**
   * What speeches cost on each day that saw any, by the day of the booking in the budget's zone.
   *
   * @param until exclusive
   */
  public List<DaySpent> byDay(Budget budget, LocalDate from, LocalDate until) {
    boolean client = budget.getOwner().clientId() != null;
    List<?> rows =
        em.createNativeQuery(
                "select cast(created_at at time zone ?1 as date), sum(amount) from usage where "
                    + (client ? "client_id" : "brand_id")
                    + " = ?2 and created_at >= ?3 and created_at < ?4 and currency = ?5"
                    + " and speech_id is not null group by 1 order by 1")
            .setParameter(1, forPostgres(budget.getZone()))
            .setParameter(2, client ? budget.getOwner().clientId() : budget.getOwner().brandId())
            .setParameter(3, from.atStartOfDay(budget.getZone()).toInstant())
            .setParameter(4, until.atStartOfDay(budget.getZone()).toInstant())
            .setParameter(5, budget.getLimit().getCurrency())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new DaySpent(day(row[0]), (BigDecimal) row[1]))
        .toList();
  }

  /** Earlier budgets may have a mere offset, whose sign PostgreSQL reads the other way round. */
  private static String forPostgres(ZoneId zone) {
    if (ZoneId.getAvailableZoneIds().contains(zone.getId())
        || !(zone.normalized() instanceof ZoneOffset offset)) {
      return zone.getId();
    }
    int seconds = offset.getTotalSeconds();
    return seconds == 0 ? "UTC" : ZoneOffset.ofTotalSeconds(-seconds).getId();
  }

  private static LocalDate day(Object column) {
    return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
  }
}
