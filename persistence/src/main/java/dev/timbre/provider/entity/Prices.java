package dev.timbre.provider.entity;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What an account charges: per ten thousand billed characters for the two classes of speech models,
 * and once per voice.
 */
@Embeddable
public class Prices implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final BigDecimal CHARACTERS_PER_PRICE = BigDecimal.valueOf(10_000);

  @Column(nullable = false, updatable = false)
  private String currency;

  @Column(nullable = false, updatable = false)
  private BigDecimal hd;

  @Column(nullable = false, updatable = false)
  private BigDecimal turbo;

  @Column(name = "voice_fee", nullable = false, updatable = false)
  private BigDecimal voiceFee;

  protected Prices() {}

  /**
   * @param hd price of ten thousand characters with an {@code -hd} model
   * @param turbo price of ten thousand characters with any other model
   * @param voiceFee charged once, at the first speech of a cloned voice
   * @throws Invalid when a price is negative or the currency unknown
   */
  public Prices(String currency, BigDecimal hd, BigDecimal turbo, BigDecimal voiceFee) {
    this.currency = Money.zero(currency).getCurrency();
    this.hd = notNegative("hd", hd);
    this.turbo = notNegative("turbo", turbo);
    this.voiceFee = notNegative("voiceFee", voiceFee);
  }

  private static BigDecimal notNegative(String field, BigDecimal price) {
    if (price == null || price.signum() < 0) {
      throw new Invalid("price-negative", field + " is " + price + "; give a price of 0 or more.");
    }
    return price;
  }

  /** What so many billed characters cost. */
  public Money characters(String model, long characters) {
    BigDecimal price = model.endsWith("-hd") ? hd : turbo;
    return Money.of(
        price.multiply(BigDecimal.valueOf(characters)).divide(CHARACTERS_PER_PRICE), currency);
  }

  public Money voiceFee() {
    return Money.of(voiceFee, currency);
  }

  /** Whether both charge the same. */
  public boolean isSameAs(Prices other) {
    return currency.equals(other.currency)
        && hd.compareTo(other.hd) == 0
        && turbo.compareTo(other.turbo) == 0
        && voiceFee.compareTo(other.voiceFee) == 0;
  }

  public String getCurrency() {
    return currency;
  }

  public BigDecimal getHd() {
    return hd;
  }

  public BigDecimal getTurbo() {
    return turbo;
  }

  public BigDecimal getVoiceFee() {
    return voiceFee;
  }
}
