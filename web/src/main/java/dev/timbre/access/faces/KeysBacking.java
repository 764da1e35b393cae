package dev.timbre.access.faces;

import dev.timbre.access.control.ApiKeys;
import dev.timbre.access.entity.ApiKey;
import dev.timbre.access.entity.ApiKeySecret;
import dev.timbre.access.entity.Scope;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.faces.Language;
import dev.timbre.platform.faces.LastDay;
import dev.timbre.platform.faces.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The API keys of a client or of a person. The bean lives for one request, so that a new key is
 * shown in the answer to the request that made it and stays nowhere.
 */
@Named("keys")
@RequestScoped
public class KeysBacking {

  /** How long a replaced key lives on; another time can be chosen over REST. */
  private static final Duration OVERLAP = Duration.ofDays(7);

  @Inject ApiKeys register;
  @Inject Notices notices;
  @Inject Language language;
  @Inject Clock clock;

  private String label;
  private Scope[] scopes;
  private LocalDate lastDay;
  private String secret;

  public List<ApiKey> ofClient(UUID id) {
    return register.page(id, null, PageRequest.first(PageRequest.MAX_LIMIT)).items();
  }

  public List<ApiKey> ofPerson(UUID id) {
    return register.page(null, id, PageRequest.first(PageRequest.MAX_LIMIT)).items();
  }

  public void issueToClient(UUID id) {
    issue(id, null, Set.of(scopes));
  }

  public void issueToPerson(UUID id) {
    issue(null, id, Set.of());
  }

  private void issue(UUID clientId, UUID personId, Set<Scope> granted) {
    ApiKeys.Order order =
        new ApiKeys.Order(
            label,
            clientId,
            personId,
            granted,
            LastDay.end(lastDay, language.getZone()));
    secret = register.issue(order).secret().map(ApiKeySecret::reveal).orElse(null);
    label = null;
    scopes = null;
  }

  /** Makes a key in another's place, which lives as long as that was meant to. */
  public void rotate(ApiKey key) {
    Instant now = clock.instant();
    Instant end =
        key.getExpiresAt() == null
            ? null
            : now.plus(Duration.between(key.getCreatedAt(), key.getExpiresAt()));
    secret =
        register.rotate(key.getId(), OVERLAP, end).secret().map(ApiKeySecret::reveal).orElse(null);
    notices.done("keys.done.rotated", key.getLabel());
  }

  public void revoke(ApiKey key) {
    register.revoke(key.getId());
    notices.done("keys.done.revoked", key.getLabel());
  }

  /** Whether the key still opens anything. */
  public boolean isUsable(ApiKey key) {
    return key.isUsable(clock.instant());
  }

  public Scope[] getAllScopes() {
    return Scope.values();
  }

  /** The key that this request made; null otherwise. */
  public String getSecret() {
    return secret;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public Scope[] getScopes() {
    return scopes;
  }

  public void setScopes(Scope[] scopes) {
    this.scopes = scopes;
  }

  public LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(LocalDate lastDay) {
    this.lastDay = lastDay;
  }
}
