package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What one client or one brand may spend, each month or in total: a hard limit in one currency, and
 * in billed characters where one is set.
 */
@Entity
@Table(name = "budget")
public class Budget extends Identified {

  private static final long serialVersionUID = 1L;
  private static final Set<Integer> USUAL_ALERTS = Set.of(50, 80, 100);

  /** Whose money it is: either a client's or a brand's. */
  @Embeddable
  public record Owner(
      @Column(name = "client_id", updatable = false) UUID clientId,
      @Column(name = "brand_id", updatable = false) UUID brandId) {

    public static Owner client(UUID id) {
      return new Owner(id, null);
    }

    public static Owner brand(UUID id) {
      return new Owner(null, id);
    }
  }

  @Embedded private Owner owner;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private BudgetPeriod period;

  @Column(nullable = false, updatable = false)
  private String zone;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "limit_amount", nullable = false))
  @AttributeOverride(
      name = "currency",
      column = @Column(name = "currency", nullable = false, updatable = false))
  private Money limit;

  @Column(name = "character_limit")
  private Long characterLimit;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(nullable = false)
  private Set<Integer> alerts;

  protected Budget() {}

  /**
   * @param zone the time zone whose months count, for example {@code Asia/Shanghai}; null for UTC;
   *     it stays
   * @throws Invalid when the owner is none or two, or the zone unknown
   */
  public Budget(
      Instant now, Owner owner, BudgetPeriod period, String zone, Money limit, Long characters) {
    super(now);
    if ((owner.clientId() == null) == (owner.brandId() == null)) {
      throw new Invalid("budget-owner", "Name either a client or a brand as the budget's owner.");
    }
    this.owner = owner;
    this.period = period;
    this.zone = known(zone);
    this.alerts = USUAL_ALERTS;
    limitTo(limit, characters);
  }

  /** A client's monthly budget in UTC. */
  public Budget(Instant now, UUID clientId, Money limit) {
    this(now, Owner.client(clientId), BudgetPeriod.MONTH, null, limit, null);
  }

  private static String known(String zone) {
    String id = zone == null ? "UTC" : zone.strip();
    // a mere offset means one thing here and the opposite to PostgreSQL
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      throw new Invalid(
              "budget-zone-unknown",
              "zone is '" + zone + "'; give a region such as UTC or Asia/Shanghai, not an offset.")
          .about(zone);
    }
    return id;
  }

  /**
   * From now on; what is already spent or held stays so even when it is more.
   *
   * @param characters most billed characters; null for any number
   */
  public final void limitTo(Money newLimit, Long characters) {
    BudgetRange.require(newLimit, characters);
    if (limit != null && !limit.getCurrency().equals(newLimit.getCurrency())) {
      throw new Invalid(
              "budget-currency-fixed", "The budget is in " + limit.getCurrency() + " and stays so.")
          .about(limit.getCurrency());
    }
    this.limit = newLimit;
    this.characterLimit = characters;
  }

  /**
   * @param percents of the limit at which somebody is told, each once in a period; empty for never
   */
  public void alertAt(Set<Integer> percents) {
    BudgetRange.requireAlerts(percents);
    this.alerts = Set.copyOf(percents);
  }

  /** The name of the period that a moment falls into. */
  public String periodAt(Instant moment) {
    return period.at(moment, getZone());
  }

  public Owner getOwner() {
    return owner;
  }

  public BudgetPeriod getPeriod() {
    return period;
  }

  public ZoneId getZone() {
    return ZoneId.of(zone);
  }

  public Money getLimit() {
    return limit;
  }

  public Long getCharacterLimit() {
    return characterLimit;
  }

  /** In ascending order. */
  public SortedSet<Integer> getAlerts() {
    return new TreeSet<>(alerts);
  }
}
