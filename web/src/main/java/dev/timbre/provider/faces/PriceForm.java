package dev.timbre.provider.faces;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** What is typed about a price list, before it is checked. */
public class PriceForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID accountId;
  private LocalDate firstDay;
  private final PricesForm prices = new PricesForm();

  /** The beginning of the first day; null for at once. */
  Instant validFrom(ZoneId zone) {
    return firstDay == null ? null : firstDay.atStartOfDay(zone).toInstant();
  }

  public UUID getAccountId() {
    return accountId;
  }

  public void setAccountId(UUID accountId) {
    this.accountId = accountId;
  }

  public LocalDate getFirstDay() {
    return firstDay;
  }

  public void setFirstDay(LocalDate firstDay) {
    this.firstDay = firstDay;
  }

  public PricesForm getPrices() {
    return prices;
  }
}
