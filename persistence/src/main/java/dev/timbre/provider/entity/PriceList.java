package dev.timbre.provider.entity;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What an account charges: per ten thousand billed characters for the two classes of speech models,
 * and once per voice. Every usage row keeps the version it was priced by.
 */
@Embeddable
public class PriceList implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final BigDecimal CHARACTERS_PER_PRICE = BigDecimal.valueOf(10_000);

  @Column(name = "price_version", nullable = false)
  private int version;

  @Column(name = "price_currency", nullable = false)
  private String currency;

  @Column(name = "price_hd", nullable = false)
  private BigDecimal hd;

  @Column(name = "price_turbo", nullable = false)
  private BigDecimal turbo;

  @Column(name = "price_voice_fee", nullable = false)
  private BigDecimal voiceFee;

  protected PriceList() {}

  /**
   * @param hd price of ten thousand characters with an {@code -hd} model
   * @param turbo price of ten thousand characters with any other model
   * @param voiceFee charged once, at the first speech of a cloned voice
   * @throws Invalid when a price is negative or the currency unknown
   */
  public PriceList(
      int version, String currency, BigDecimal hd, BigDecimal turbo, BigDecimal voiceFee) {
    this.version = version;
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

  public int getVersion() {
    return version;
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
