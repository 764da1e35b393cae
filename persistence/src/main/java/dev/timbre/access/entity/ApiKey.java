package dev.timbre.access.entity;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A key that speaks for a client, within scopes, or for a person, with that person's roles. The key
 * itself is shown once; only its digest stays.
 */
@Entity
@Table(name = "api_key")
public class ApiKey extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int LABEL_LENGTH = 120;

  @Column(nullable = false, updatable = false, unique = true)
  private String digest;

  /** The first characters of the key, by which people tell keys apart. */
  @Column(nullable = false, updatable = false)
  private String prefix;

  @Column(nullable = false, updatable = false, length = LABEL_LENGTH)
  private String label;

  @Column(name = "person_id", updatable = false)
  private UUID personId;

  @Column(name = "client_id", updatable = false)
  private UUID clientId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(nullable = false, updatable = false)
  private Set<String> scopes;

  /** The key whose place it takes; null for none. */
  @Column(name = "replaces_id", updatable = false)
  private UUID replacesId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  protected ApiKey() {}

  private ApiKey(Instant now, ApiKeySecret secret, String label, Instant expiresAt) {
    super(now);
    this.digest = secret.digest();
    this.prefix = secret.prefix();
    this.label = Texts.required("label", label, LABEL_LENGTH);
    this.expiresAt = expiresAt;
  }

  public static ApiKey ofClient(
      Instant now,
      ApiKeySecret secret,
      String label,
      UUID clientId,
      Set<Scope> scopes,
      Instant expiresAt) {
    ApiKey key = new ApiKey(now, secret, label, expiresAt);
    key.clientId = clientId;
    key.scopes = scopes.stream().map(Scope::code).collect(Collectors.toUnmodifiableSet());
    return key;
  }

  public static ApiKey ofPerson(
      Instant now, ApiKeySecret secret, String label, UUID personId, Instant expiresAt) {
    ApiKey key = new ApiKey(now, secret, label, expiresAt);
    key.personId = personId;
    key.scopes = Set.of();
    return key;
  }

  public boolean isUsable(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /**
   * A key in this one's place, for the same owner with the same scopes; this one ends soon.
   *
   * @param end when this one ends, unless it does so earlier
   * @param newEnd when the new one ends; null for no end
   * @throws Conflict when this one opens nothing any more, so that there is nothing to replace
   */
  public ApiKey rotate(Instant now, ApiKeySecret secret, Instant end, Instant newEnd) {
    if (!isUsable(now)) {
      throw new Conflict("key-over", "The key has ended; issue a new one instead.");
    }
    ApiKey successor = new ApiKey(now, secret, label, newEnd);
    successor.clientId = clientId;
    successor.personId = personId;
    successor.scopes = Set.copyOf(scopes);
    successor.replacesId = getId();
    if (expiresAt == null || end.isBefore(expiresAt)) {
      expiresAt = end;
    }
    return successor;
  }

  public void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  /** Whom the key speaks for. */
  public Actor owner() {
    return personId != null ? Actor.person(personId) : Actor.client(clientId);
  }

  public String getPrefix() {
    return prefix;
  }

  public String getLabel() {
    return label;
  }

  public UUID getPersonId() {
    return personId;
  }

  public UUID getClientId() {
    return clientId;
  }

  public Set<String> getScopes() {
    return Set.copyOf(scopes);
  }

  public UUID getReplacesId() {
    return replacesId;
  }

  public Instant getExpiresAt() {
    return expiresAt;
  }

  public Instant getRevokedAt() {
    return revokedAt;
  }

  public Instant getLastUsedAt() {
    return lastUsedAt;
  }
}
