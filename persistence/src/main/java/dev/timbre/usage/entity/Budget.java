package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What one client may spend in a calendar month (UTC): a hard limit in one currency. */
@Entity
@Table(name = "budget")
public class Budget extends Identified {

  private static final long serialVersionUID = 1L;
  private static final BigDecimal MAX_LIMIT = new BigDecimal("1000000000");

  @Column(name = "client_id", nullable = false, updatable = false, unique = true)
  private UUID clientId;

  @Embedded
  @AttributeOverride(name = "amount", column = @Column(name = "limit_amount", nullable = false))
  @AttributeOverride(
      name = "currency",
      column = @Column(name = "currency", nullable = false, updatable = false))
  private Money limit;

  protected Budget() {}

  public Budget(Instant now, UUID clientId, Money limit) {
    super(now);
    this.clientId = clientId;
    limitTo(limit);
  }

  /** From now on; what is already spent or held stays so even when it is more. */
  public final void limitTo(Money newLimit) {
    if (newLimit.isNegative() || newLimit.getAmount().compareTo(MAX_LIMIT) > 0) {
      throw new Invalid(
          "budget-out-of-range", "monthlyLimit is " + newLimit + "; give 0 to " + MAX_LIMIT + ".");
    }
    if (limit != null && !limit.getCurrency().equals(newLimit.getCurrency())) {
      throw new Invalid(
          "budget-currency-fixed", "The budget is in " + limit.getCurrency() + " and stays so.");
    }
    this.limit = newLimit;
  }

  public UUID getClientId() {
    return clientId;
  }

  public Money getLimit() {
    return limit;
  }
}
