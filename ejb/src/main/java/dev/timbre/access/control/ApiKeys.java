package dev.timbre.access.control;

import dev.timbre.access.entity.ApiKey;
import dev.timbre.access.entity.ApiKeySecret;
import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Scope;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Invalid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes and revokes API keys. */
@Stateless
@RolesAllowed({"admin", "auditor", "administration"})
public class ApiKeys {

  @Inject Clients clients;
  @Inject People people;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** Longest that a replaced key lives on. */
  @Inject
  @ConfigProperty(name = "timbre.access.key-overlap-max", defaultValue = "P30D")
  Duration longestOverlap;

  /**
   * A new key.
   *
   * @param secret present only for the request that made the key; a repeat cannot show it again
   */
  public record Issued(UUID id, Optional<ApiKeySecret> secret) {}

  /**
   * What is wanted of a key: exactly one of client and person.
   *
   * @param scopes of a client's key; empty for a person's
   * @param expiresAt null for no end
   */
  public record Order(
      String label, UUID clientId, UUID personId, Set<Scope> scopes, Instant expiresAt) {}

  @Audited(AuditAction.KEY_CREATE)
  @RolesAllowed({"admin", "administration"})
  public Issued issue(Order order) {
    ApiKeySecret secret = ApiKeySecret.generate();
    ApiKey key = make(order, secret);
    UUID id =
        idempotency.once(
            () -> {
              clients.add(key);
              trail.done(
                  AuditAction.KEY_CREATE,
                  key.getId(),
                  Change.to("owner", key.owner()),
                  Change.to("scopes", key.getScopes()));
              return key.getId();
            });
    return new Issued(id, id.equals(key.getId()) ? Optional.of(secret) : Optional.empty());
  }

  private ApiKey make(Order order, ApiKeySecret secret) {
    Instant now = clock.instant();
    requireFuture(now, order.expiresAt());
    if ((order.clientId() == null) == (order.personId() == null)) {
      throw new Invalid("key-owner", "Name either a client or a person as the key's owner.");
    }
    if (order.personId() != null) {
      people.get(order.personId());
      requireScopes(order.scopes().isEmpty(), "A person's key has that person's roles; no scopes.");
      return ApiKey.ofPerson(now, secret, order.label(), order.personId(), order.expiresAt());
    }
    clients.get(order.clientId());
    requireScopes(!order.scopes().isEmpty(), "A client's key needs at least one scope.");
    return ApiKey.ofClient(
        now, secret, order.label(), order.clientId(), order.scopes(), order.expiresAt());
  }

  private static void requireScopes(boolean right, String message) {
    if (!right) {
      throw new Invalid("key-scopes", message);
    }
  }

  /**
   * Makes a key in another one's place, with the same owner and scopes. Both open the same until
   * the old one ends, so that a system can change over without a break.
   *
   * @param overlap how long the old one lives on; at most {@code timbre.access.key-overlap-max}
   * @param expiresAt when the new one ends; null for no end
   */
  @Audited(AuditAction.KEY_ROTATE)
  @RolesAllowed({"admin", "administration"})
  public Issued rotate(UUID id, Duration overlap, Instant expiresAt) {
    Instant now = clock.instant();
    if (overlap.isNegative() || overlap.compareTo(longestOverlap) > 0) {
      throw new Invalid(
          "key-overlap", "overlap is " + overlap + "; give PT0S to " + longestOverlap + ".");
    }
    requireFuture(now, expiresAt);
    ApiKeySecret secret = ApiKeySecret.generate();
    AtomicReference<UUID> made = new AtomicReference<>();
    UUID successor =
        idempotency.once(
            () -> {
              ApiKey old = clients.getKeyForChange(id);
              ApiKey key = old.rotate(now, secret, now.plus(overlap), expiresAt);
              clients.add(key);
              trail.done(
                  AuditAction.KEY_ROTATE,
                  id,
                  Change.to("successor", key.getId()),
                  Change.to("expiresAt", old.getExpiresAt()));
              made.set(key.getId());
              return key.getId();
            });
    return new Issued(
        successor, successor.equals(made.get()) ? Optional.of(secret) : Optional.empty());
  }

  private static void requireFuture(Instant now, Instant expiresAt) {
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw new Invalid("key-expired", "expiresAt lies in the past; give a later time or none.");
    }
  }

  /** From the next request on, on every node, the key opens nothing. */
  @Audited(AuditAction.KEY_REVOKE)
  @RolesAllowed({"admin", "administration"})
  public void revoke(UUID id) {
    clients.getKey(id).revoke(clock.instant());
    trail.done(AuditAction.KEY_REVOKE, id);
  }

  public ApiKey get(UUID id) {
    access.requireWholeCompany();
    return clients.getKey(id);
  }

  /** Keys of a client, of a person, or of everybody where both are null. */
  public Page<ApiKey> page(UUID clientId, UUID personId, PageRequest request) {
    access.requireWholeCompany();
    return clients.keys(clientId, personId, request);
  }
}
