package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One declared use of a client. Every speech happens under one, and consent is checked against it.
 */
@Entity
@Table(name = "client_use")
public class Use extends Identified {

  private static final long serialVersionUID = 1L;

  @Column(name = "client_id", nullable = false, updatable = false)
  private UUID clientId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Purpose purpose;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Channel channel;

  @Column(nullable = false, updatable = false)
  private String territory;

  protected Use() {}

  public Use(Instant now, UUID clientId, Purpose purpose, Channel channel, String territory) {
    super(now);
    this.clientId = clientId;
    this.purpose = purpose;
    this.channel = channel;
    this.territory = Territory.of(territory);
  }

  /** Listening inside the company, which every consent in force covers. */
  public boolean isReview() {
    return purpose == Purpose.INTERNAL_REVIEW && channel == Channel.INTERNAL;
  }

  /** Whether it declares the same for the same client. */
  public boolean isSameAs(Use other) {
    return clientId.equals(other.clientId)
        && purpose == other.purpose
        && channel == other.channel
        && territory.equals(other.territory);
  }

  public UUID getClientId() {
    return clientId;
  }

  public Purpose getPurpose() {
    return purpose;
  }

  public Channel getChannel() {
    return channel;
  }

  public String getTerritory() {
    return territory;
  }
}
