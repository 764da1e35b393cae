package dev.timbre.platform.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * One use of an {@code Idempotency-Key} by one caller: what was asked and what it made. Written in
 * the transaction of the change itself, so a repeated request can never make a second thing.
 */
@Entity
@Table(name = "idempotency_key")
@IdClass(IdempotencyKey.Key.class)
public class IdempotencyKey {

  /** Longest key accepted, in characters. */
  public static final int MAX_LENGTH = 200;

  /** Who used which key. */
  public record Key(String caller, String value) implements Serializable {}

  @Id private String caller;

  @Id
  @Column(name = "key_value")
  private String value;

  @Column(nullable = false, updatable = false)
  private String digest;

  @Column(name = "subject_id")
  private UUID subjectId;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  /** Never forgotten, because doing again what it made would be charged again. */
  @Column(nullable = false)
  private boolean kept;

  protected IdempotencyKey() {}

  /** SHA-256 of the request that first used the key. */
  public String getDigest() {
    return digest;
  }

  /** What the first request made. */
  public UUID getSubjectId() {
    return subjectId;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  /** Remembers what the first request made. */
  public void made(UUID id) {
    this.subjectId = id;
  }
}
