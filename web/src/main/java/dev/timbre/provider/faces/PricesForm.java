package dev.timbre.provider.faces;

import dev.timbre.provider.entity.Prices;
import java.io.Serializable;
import java.math.BigDecimal;

/** What is typed about prices, before it is checked. */
public class PricesForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private String currency = "CNY";
  private BigDecimal hd;
  private BigDecimal turbo;
  private BigDecimal voiceFee;

  static PricesForm of(Prices prices) {
    PricesForm form = new PricesForm();
    form.currency = prices.getCurrency();
    form.hd = prices.getHd();
    form.turbo = prices.getTurbo();
    form.voiceFee = prices.getVoiceFee();
    return form;
  }

  Prices typed() {
    return new Prices(currency, hd, turbo, voiceFee);
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
