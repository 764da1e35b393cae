package dev.timbre.access.control;

import dev.timbre.access.entity.ApiKey;
import dev.timbre.access.entity.ApiKeySecret;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.control.RequestContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is who. Nothing is cached: a revoked key, a disabled person or a withdrawn grant counts from
 * the next request on, on every node.
 */
@Stateless
@PermitAll
public class Authentication {

  @Inject People people;
  @Inject Clients clients;
  @Inject Passwords passwords;
  @Inject RequestContext request;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * By an API key in the clear; empty when it is unknown, expired, revoked or its owner disabled.
   */
  public Optional<Identity> byKey(String key) {
    return clients
        .findKeyByDigest(new ApiKeySecret(key).digest())
        .filter(found -> found.isUsable(clock.instant()))
        .flatMap(this::identityOf);
  }

  /** By user name and password. The log says that somebody signed in or failed to. */
  public Optional<Identity> byPassword(String username, String password) {
    Optional<Person> person = people.findByUsername(username);
    // a missing person costs as much time as a wrong password
    boolean right = passwords.verify(password, person.map(Person::getPasswordHash).orElse(null));
    Optional<Person> signedIn = person.filter(found -> right && !found.isDisabled());
    if (signedIn.isPresent()) {
      trail.done(AuditAction.SESSION_SIGN_IN, signedIn.get().getId());
    } else {
      UUID tried = person.map(Person::getId).orElse(null);
      trail.refused(AuditAction.SESSION_SIGN_IN, tried, "sign-in-refused");
    }
    return signedIn.map(this::identityOf);
  }

  /** By a session that {@link #byPassword} began; empty once the person is disabled. */
  public Optional<Identity> bySession(UUID personId) {
    return people.find(personId).filter(person -> !person.isDisabled()).map(this::identityOf);
  }

  /** A session ends by the person's own wish. */
  public void signOut(UUID personId) {
    trail.done(AuditAction.SESSION_SIGN_OUT, personId);
  }

  private Optional<Identity> identityOf(ApiKey key) {
    clients.touch(key, clock.instant());
    if (key.getPersonId() != null) {
      return bySession(key.getPersonId());
    }
    return clients
        .find(key.getClientId())
        .filter(client -> !client.isDisabled())
        .filter(client -> callsFromItsNetworks(client, key))
        .map(client -> new Identity(paced(client), key.getScopes()));
  }

  /** Whoever found a key elsewhere learns nothing from it, not even that it is one. */
  private boolean callsFromItsNetworks(Client client, ApiKey key) {
    boolean allowed = client.mayCallFrom(request.address().orElse(null));
    if (!allowed) {
      trail.refused(AuditAction.ACCESS_DENY, key.getId(), "client-network");
    }
    return allowed;
  }

  /** A client above its rate is known all the same, so that the answer can say what is wrong. */
  private Actor paced(Client client) {
    Integer rate = client.getBounds().requestsPerMinute();
    if (rate != null && !clients.takeRequest(client.getId(), rate)) {
      request.tooFast(Duration.ofMinutes(1).dividedBy(rate));
    }
    return Actor.client(client.getId());
  }

  private Identity identityOf(Person person) {
    Set<String> roles =
        people.grantsOf(person.getId()).stream()
            .map(grant -> grant.getRole().code())
            .collect(Collectors.toSet());
    return new Identity(Actor.person(person.getId()), roles);
  }
}
