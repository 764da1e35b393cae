package dev.timbre.provider.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/**
 * One version of what an account charges. It is valid from its beginning until the next one begins,
 * so that lists neither overlap nor leave a gap; every usage row keeps the number of its list.
 */
@Entity
@Immutable
@Table(name = "price_list")
public class PriceList extends Identified {

  private static final long serialVersionUID = 1L;

  /** Read by the account's list of prices, whose other end it is. */
  @SuppressWarnings("UnusedVariable")
  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  @JoinColumn(name = "account_id", nullable = false, updatable = false)
  private ProviderAccount account;

  @Column(nullable = false, updatable = false)
  private int number;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private Instant validFrom;

  @Embedded private Prices prices;

  protected PriceList() {}

  PriceList(Instant now, ProviderAccount account, int number, Instant validFrom, Prices prices) {
    super(now);
    this.account = account;
    this.number = number;
    this.validFrom = validFrom;
    this.prices = prices;
  }

  /** What so many billed characters cost. */
  public Money characters(String model, long characters) {
    return prices.characters(model, characters);
  }

  /** Charged once, at the first speech of a cloned voice. */
  public Money voiceFee() {
    return prices.voiceFee();
  }

  /** Valid since always: the first list of an account. */
  public boolean isFromTheBeginning() {
    return validFrom.equals(Instant.EPOCH);
  }

  public ProviderAccount getAccount() {
    return account;
  }

  /** 1 for the first list of the account, and so on. */
  public int getNumber() {
    return number;
  }

  public Instant getValidFrom() {
    return validFrom;
  }

  public Prices getPrices() {
    return prices;
  }
}
