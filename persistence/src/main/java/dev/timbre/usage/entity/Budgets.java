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
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Budgets, their periods, and usage. A period's sums change only by the statements here, each of
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

  /** Every budget that a speech of a client in a brand's voice must pass, in the order of locks. */
  public List<Budget> applying(UUID clientId, UUID brandId) {
    return em.createQuery(
            "select b from Budget b where b.owner.clientId = :client or b.owner.brandId = :brand"
                + " order by b.id",
            Budget.class)
        .setParameter("client", clientId)
        .setParameter("brand", brandId)
        .getResultList();
  }

  public Optional<Budget> find(Budget.Owner owner, BudgetPeriod period) {
    return applying(owner.clientId(), owner.brandId()).stream()
        .filter(budget -> budget.getPeriod() == period)
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

  /**
   * @param owner null for everybody's
   */
  public Page<Budget> page(Set<UUID> owners, Budget.Owner owner, PageRequest request) {
    return new KeysetQuery<>(em, Budget.class)
        .where("(e.owner.brandId in :owners or e.owner.clientId in :owners)", "owners", owners)
        .where("e.owner.clientId = :client", "client", owner == null ? null : owner.clientId())
        .where("e.owner.brandId = :brand", "brand", owner == null ? null : owner.brandId())
        .page(request);
  }

  /**
   * @throws NotFound when there is no such reservation
   */
  public Reservation getReservation(UUID id) {
    Reservation reservation = em.find(Reservation.class, id);
    if (reservation == null) {
      throw missing(id);
    }
    return reservation;
  }

  private static NotFound missing(UUID id) {
    return new NotFound("reservation-not-found", "There is no reservation " + id + ".");
  }

  /**
   * Holds an amount of every budget, or of none. Rows are locked in the order of the budgets, which
   * must be that of {@link #applying}, so that callers wait for each other and never in a circle.
   *
   * @throws BudgetExhausted when a limit would be passed; the transaction must be rolled back then
   * @throws Invalid when the amount is in another currency than one of the budgets
   */
  public void hold(Reservation reservation, List<Budget> budgets) {
    for (Budget budget : budgets) {
      budget.getLimit().requireSameCurrency(reservation.getAmount());
    }
    for (Budget budget : budgets) {
      String period = budget.periodAt(reservation.getCreatedAt());
      if (!hold(reservation, budget, period) && !holdAnew(reservation, budget, period)) {
        throw new BudgetExhausted(
            budget, standingOf(budget, period), reservation.getMost(), reservation.getCreatedAt());
      }
    }
    em.persist(reservation);
  }

  /** The one statement that no two callers can both win: checks, changes and notes the hold. */
  private boolean hold(Reservation reservation, Budget budget, String period) {
    return em.createNativeQuery(
                "with taken as (update budget_period p"
                    + " set held = p.held + ?1, held_characters = p.held_characters + ?2"
                    + " from budget b where p.budget_id = ?3 and p.period = ?4"
                    + " and b.id = p.budget_id and p.spent + p.held + ?1 <= b.limit_amount"
                    + " and (b.character_limit is null or"
                    + " p.spent_characters + p.held_characters + ?2 <= b.character_limit)"
                    + " returning p.budget_id, p.period)"
                    + " insert into reservation_hold (reservation_id, budget_id, period)"
                    + " select ?5, budget_id, period from taken")
            .setParameter(1, reservation.getAmount().getAmount())
            .setParameter(2, reservation.getMost().characters())
            .setParameter(3, budget.getId())
            .setParameter(4, period)
            .setParameter(5, reservation.getId())
            .executeUpdate()
        == 1;
  }

  /** The same once the period's row surely is there; most holds need no look for it. */
  private boolean holdAnew(Reservation reservation, Budget budget, String period) {
    em.createNativeQuery(
            "insert into budget_period (budget_id, period, spent, held) values (?1, ?2, 0, 0)"
                + " on conflict do nothing")
        .setParameter(1, budget.getId())
        .setParameter(2, period)
        .executeUpdate();
    return hold(reservation, budget, period);
  }

  /**
   * Gives a held amount back to every budget it came from, in the order of locks, and books what
   * was billed instead; nothing for a sure failure.
   *
   * @throws Invalid when the bill is in another currency than the reservation
   */
  public void settle(Reservation reservation, Cost billed) {
    reservation.getAmount().requireSameCurrency(billed.money());
    em.createNativeQuery(
            "with due as materialized (select p.budget_id, p.period from budget_period p"
                + " join reservation_hold h on h.budget_id = p.budget_id and h.period = p.period"
                + " where h.reservation_id = ?1 order by p.budget_id for update of p)"
                + " update budget_period p set held = p.held - ?2, spent = p.spent + ?3,"
                + " held_characters = p.held_characters - ?4,"
                + " spent_characters = p.spent_characters + ?5"
                + " from due where p.budget_id = due.budget_id and p.period = due.period")
        .setParameter(1, reservation.getId())
        .setParameter(2, reservation.getAmount().getAmount())
        .setParameter(3, billed.money().getAmount())
        .setParameter(4, reservation.getMost().characters())
        .setParameter(5, billed.characters())
        .executeUpdate();
  }

  /** How a budget stands in a period. */
  public BudgetStanding standingOf(Budget budget, String period) {
    List<?> rows =
        em.createNativeQuery(
                "select spent, held, spent_characters, held_characters from budget_period"
                    + " where budget_id = ?1 and period = ?2")
            .setParameter(1, budget.getId())
            .setParameter(2, period)
            .getResultList();
    String currency = budget.getLimit().getCurrency();
    Object[] row =
        rows.isEmpty()
            ? new Object[] {BigDecimal.ZERO, BigDecimal.ZERO, 0L, 0L}
            : (Object[]) rows.get(0);
    return new BudgetStanding(
        period,
        budget.getLimit(),
        Money.of((BigDecimal) row[0], currency),
        Money.of((BigDecimal) row[1], currency),
        budget.getCharacterLimit(),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue());
  }

  /**
   * What was consumed, the newest first; client and voice may be null for all.
   *
   * @param visible the brands the caller may see; null for all
   */
  public Page<Usage> usage(Set<UUID> visible, UUID clientId, UUID voiceId, PageRequest request) {
    return new KeysetQuery<>(em, Usage.class)
        .where("e.brandId in :visible", "visible", visible)
        .where("e.clientId = :client", "client", clientId)
        .where("e.voiceId = :voice", "voice", voiceId)
        .page(request);
  }
}
