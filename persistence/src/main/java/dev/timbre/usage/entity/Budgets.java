package dev.timbre.usage.entity;

import dev.timbre.platform.entity.KeysetQuery;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Budgets, their months, and usage. A month's sums change only by the statements here, each of
 * which checks and changes in one go under the row's lock.
 */
@ApplicationScoped
public class Budgets {

  @PersistenceContext EntityManager em;

  public void add(Budget budget) {
    em.persist(budget);
  }

  public void add(Usage usage) {
    em.persist(usage);
  }

  public Optional<Budget> findOfClient(UUID clientId) {
    return em.createQuery("select b from Budget b where b.clientId = :client", Budget.class)
        .setParameter("client", clientId)
        .getResultStream()
        .findFirst();
  }

  /**
   * @throws NotFound when there is no such budget
   */
  public Budget get(UUID id) {
    Budget budget = em.find(Budget.class, id);
    if (budget == null) {
      throw new NotFound("budget-not-found", "There is no budget " + id + ".");
    }
    return budget;
  }

  public Page<Budget> page(PageRequest request) {
    return new KeysetQuery<>(em, Budget.class).page(request);
  }

  /**
   * @throws NotFound when there is no such reservation
   */
  public Reservation getReservation(UUID id) {
    Reservation reservation = em.find(Reservation.class, id);
    if (reservation == null) {
      throw new NotFound("reservation-not-found", "There is no reservation " + id + ".");
    }
    return reservation;
  }

  /**
   * Holds an amount if the month still has it.
   *
   * @return false when the limit would be passed; nothing is held then
   * @throws Invalid when the amount is in another currency than the budget
   */
  public boolean hold(Reservation reservation) {
    get(reservation.getBudgetId()).getLimit().requireSameCurrency(reservation.getAmount());
    em.createNativeQuery(
            "insert into budget_month (budget_id, month, spent, held) values (?1, ?2, 0, 0)"
                + " on conflict do nothing")
        .setParameter(1, reservation.getBudgetId())
        .setParameter(2, reservation.month().toString())
        .executeUpdate();
    int held =
        onMonth(
                reservation,
                "update budget_month m set held = m.held + ?1 from budget b"
                    + " where m.budget_id = ?2 and m.month = ?3 and b.id = m.budget_id"
                    + " and m.spent + m.held + ?1 <= b.limit_amount",
                reservation.getAmount().getAmount())
            .executeUpdate();
    if (held == 1) {
      em.persist(reservation);
    }
    return held == 1;
  }

  /**
   * Gives a held amount back and books what was billed instead; zero for a sure failure.
   *
   * @throws Invalid when the bill is in another currency than the reservation
   */
  public void settle(Reservation reservation, Money billed) {
    reservation.getAmount().requireSameCurrency(billed);
    onMonth(
            reservation,
            "update budget_month set held = held - ?1, spent = spent + ?4"
                + " where budget_id = ?2 and month = ?3",
            reservation.getAmount().getAmount())
        .setParameter(4, billed.getAmount())
        .executeUpdate();
  }

  /** How a budget stands in a month. */
  public BudgetMonth monthOf(Budget budget, YearMonth month) {
    List<?> rows =
        em.createNativeQuery(
                "select spent, held from budget_month where budget_id = ?1 and month = ?2")
            .setParameter(1, budget.getId())
            .setParameter(2, month.toString())
            .getResultList();
    String currency = budget.getLimit().getCurrency();
    if (rows.isEmpty()) {
      return new BudgetMonth(month, budget.getLimit(), Money.zero(currency), Money.zero(currency));
    }
    Object[] row = (Object[]) rows.get(0);
    return new BudgetMonth(
        month,
        budget.getLimit(),
        Money.of((BigDecimal) row[0], currency),
        Money.of((BigDecimal) row[1], currency));
  }

  public Page<Usage> usage(UUID clientId, UUID voiceId, PageRequest request) {
    return new KeysetQuery<>(em, Usage.class)
        .where("e.clientId = :client", "client", clientId)
        .where("e.voiceId = :voice", "voice", voiceId)
        .page(request);
  }

  private Query onMonth(Reservation reservation, String sql, BigDecimal amount) {
    return em.createNativeQuery(sql)
        .setParameter(1, amount)
        .setParameter(2, reservation.getBudgetId())
        .setParameter(3, reservation.month().toString());
  }
}
