package dev.timbre.usage.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What was consumed, in which unit, by which price version, and what it cost. */
@Entity
@Immutable
@Table(name = "usage")
public class Usage extends Identified {

  private static final long serialVersionUID = 1L;

  /**
   * Who pays for what. The client is null for what the registry itself causes, such as previews.
   */
  public record Account(UUID clientId, UUID brandId, UUID voiceId, UUID cloneId, UUID speechId) {}

  @Column(name = "client_id", updatable = false)
  private UUID clientId;

  @Column(name = "brand_id", nullable = false, updatable = false)
  private UUID brandId;

  @Column(name = "voice_id", nullable = false, updatable = false)
  private UUID voiceId;

  @Column(name = "clone_id", nullable = false, updatable = false)
  private UUID cloneId;

  @Column(name = "speech_id", updatable = false)
  private UUID speechId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private UsageUnit unit;

  @Column(nullable = false, updatable = false)
  private long quantity;

  @Column(name = "price_version", nullable = false, updatable = false)
  private int priceVersion;

  @Embedded
  @AttributeOverride(
      name = "amount",
      column = @Column(name = "amount", nullable = false, updatable = false))
  @AttributeOverride(
      name = "currency",
      column = @Column(name = "currency", nullable = false, updatable = false))
  private Money amount;

  protected Usage() {}

  public Usage(
      Instant now, Account account, UsageUnit unit, long quantity, int priceVersion, Money amount) {
    super(now);
    this.clientId = account.clientId();
    this.brandId = account.brandId();
    this.voiceId = account.voiceId();
    this.cloneId = account.cloneId();
    this.speechId = account.speechId();
    this.unit = unit;
    this.quantity = quantity;
    this.priceVersion = priceVersion;
    this.amount = amount;
  }

  public UUID getClientId() {
    return clientId;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public UUID getVoiceId() {
    return voiceId;
  }

  public UUID getCloneId() {
    return cloneId;
  }

  public UUID getSpeechId() {
    return speechId;
  }

  public UsageUnit getUnit() {
    return unit;
  }

  public long getQuantity() {
    return quantity;
  }

  public int getPriceVersion() {
    return priceVersion;
  }

  public Money getAmount() {
    return amount;
  }
}
