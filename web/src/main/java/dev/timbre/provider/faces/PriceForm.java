package dev.timbre.provider.faces;

import dev.timbre.provider.entity.Prices;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** What is typed about a price list, before it is checked. */
public class PriceForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID accountId;
  private LocalDate firstDay;
  private String currency = "CNY";
  private BigDecimal hd;
  private BigDecimal turbo;
  private BigDecimal voiceFee;

  Prices prices() {
    return new Prices(currency, hd, turbo, voiceFee);
  }

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

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public BigDecimal getHd() {
    return hd;
  }

  public void setHd(BigDecimal hd) {
    this.hd = hd;
  }

  public BigDecimal getTurbo() {
    return turbo;
  }

  public void setTurbo(BigDecimal turbo) {
    this.turbo = turbo;
  }

  public BigDecimal getVoiceFee() {
    return voiceFee;
  }

  public void setVoiceFee(BigDecimal voiceFee) {
    this.voiceFee = voiceFee;
  }
}
