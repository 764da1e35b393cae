package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * What something costs or may cost at most: money, and the characters that the provider bills.
 *
 * @param characters 0 for what is not counted in characters, such as a voice fee
 */
@Embeddable
public record Cost(
    @Embedded
        @AttributeOverride(
            name = "amount",
            column = @Column(name = "amount", nullable = false, updatable = false))
        @AttributeOverride(
            name = "currency",
            column = @Column(name = "currency", nullable = false, updatable = false))
        Money money,
    @Column(name = "characters", nullable = false, updatable = false) long characters) {

  /** Nothing at all. */
  public static Cost nothing(String currency) {
    return new Cost(Money.zero(currency), 0);
  }

  /** With a fee that counts no characters. */
  public Cost plus(Money fee) {
    return new Cost(money.plus(fee), characters);
  }

  /** Whether it is more than another one, in money or in characters. */
  public boolean exceeds(Cost other) {
    return money.compareTo(other.money) > 0 || characters > other.characters;
  }
}
