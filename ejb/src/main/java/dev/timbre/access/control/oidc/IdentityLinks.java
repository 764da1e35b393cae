package dev.timbre.access.control.oidc;

import dev.timbre.access.control.Access;
import dev.timbre.access.control.LastAdministrator;
import dev.timbre.access.control.PeopleRegister;
import dev.timbre.access.control.PeopleRegister.PersonChange;
import dev.timbre.access.control.PersonSessions;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.GrantOrigin;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.PersonIdentity;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditLog;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.error.Conflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Links people who were registered by hand with who they are at the identity provider. An
 * administrator says so, for one person at a time; no name and no e-mail address ever does.
 */
@Stateless
@RolesAllowed({"admin", "administration"})
public class IdentityLinks {

  /** What somebody does who only came in and looked around. */
  private static final Set<AuditAction> COMING_AND_GOING =
      EnumSet.of(
          AuditAction.SESSION_SIGN_IN,
          AuditAction.SESSION_SIGN_OUT,
          AuditAction.SESSION_END,
          AuditAction.ACCESS_DENY);

  @Inject People people;
  @Inject Access access;
  @Inject PeopleRegister register;
  @Inject PersonSessions sessions;
  @Inject LastAdministrator lastAdministrator;
  @Inject OidcConfig config;
  @Inject AuditLog log;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /** Whether there is a provider to link anybody with. */
  @RolesAllowed({"admin", "auditor", "administration"})
  public boolean isOffered() {
    return config.isOffered();
  }

  /**
   * From their next sign-in at the provider on, that person is this one. Where they signed in there
   * before, the account that this made loses its identity and is disabled.
   *
   * @param subject what the provider calls the person
   * @throws Conflict when the person is linked already, or when somebody did anything with the
   *     account that the identity has: one human being must not count as two people
   */
  @Audited(AuditAction.PERSON_IDENTIFY)
  public UUID link(UUID personId, String subject) {
    return idempotency.once(
        () -> {
          requireLinkable(personId);
          PersonIdentity wanted = new PersonIdentity(clock.instant(), personId, issuer(), subject);
          PersonIdentity identity =
              people
                  .findIdentity(wanted.getIssuer(), wanted.getSubject())
                  .map(found -> found.isLinked() ? moved(found, personId) : again(found, personId))
                  .orElseGet(() -> added(wanted));
          return identity.getId();
        });
  }

  private void requireLinkable(UUID personId) {
    if (people.get(personId).isDisabled()) {
      throw new Conflict(
          "person-disabled", "The person is disabled; enable them before you link them.");
    }
    if (identitiesOf(personId).stream()
        .anyMatch(i -> i.isLinked() && i.getIssuer().equals(issuer()))) {
      throw new Conflict("identity-exists", "The person is linked already; unlink them first.");
    }
  }

  private String issuer() {
    if (!config.isOffered()) {
      throw new Conflict(
          "identity-provider-missing", "The configuration names no identity provider.");
    }
    return config.issuer().toString();
  }

  private PersonIdentity added(PersonIdentity identity) {
    people.add(identity);
    trail.done(AuditAction.PERSON_IDENTIFY, identity.getPersonId());
    return identity;
  }

  private PersonIdentity moved(PersonIdentity identity, UUID personId) {
    UUID before = identity.getPersonId();
    requireIdle(before);
    identity.linkTo(personId);
    withdrawClaims(before);
    register.update(before, null, new PersonChange(null, null, null, true));
    trail.done(AuditAction.PERSON_IDENTIFY, personId, Change.of("person", before, personId));
    return identity;
  }

  /** One that was unlinked; by the wrong person's, nobody may ever have come in. */
  private PersonIdentity again(PersonIdentity identity, UUID personId) {
    UUID before = identity.getPersonId();
    if (identity.isUsed() && !before.equals(personId)) {
      requireIdle(before);
    }
    identity.linkTo(personId);
    trail.done(AuditAction.PERSON_IDENTIFY, personId, Change.of("person", before, personId));
    return identity;
  }

  private void requireIdle(UUID before) {
    if (log.hasActed(before, COMING_AND_GOING)
        || log.hasForgotten(people.get(before).getCreatedAt())) {
      throw new Conflict(
          "identity-in-use",
          "Person "
              + before
              + " did more under that identity than sign in, or did so before the log begins that"
              + " is still kept, so it stays theirs; grant roles to that person instead.");
    }
  }

  /**
   * The provider no longer lets the person in, nor gives them anything, until an administrator
   * links them again.
   */
  @Audited(AuditAction.PERSON_UNIDENTIFY)
  public void unlink(UUID id) {
    PersonIdentity identity = people.getIdentity(id);
    if (!identity.isLinked()) {
      return; // what the person has now does not come from it
    }
    identity.unlink(clock.instant());
    withdrawClaims(identity.getPersonId());
    lastAdministrator.mustStay();
    trail.done(AuditAction.PERSON_UNIDENTIFY, identity.getPersonId());
    sessions.endAll(identity.getPersonId(), null);
  }

  private void withdrawClaims(UUID personId) {
    for (Grant grant : people.grantsOf(personId)) {
      if (grant.getOrigin() == GrantOrigin.CLAIM) {
        people.remove(grant);
        trail.done(
            AuditAction.GRANT_REVOKE,
            grant.getId(),
            Change.of("person", personId, null),
            Change.of("role", grant.getRole(), null),
            Change.of("brand", Objects.toString(grant.getBrandId(), null), null));
      }
    }
  }

  /** Also those that were unlinked. */
  @RolesAllowed({"admin", "auditor", "administration"})
  public List<PersonIdentity> identitiesOf(UUID personId) {
    access.requireWholeCompany();
    return people.identitiesOf(people.get(personId).getId());
  }

  /**
   * @throws dev.timbre.platform.error.NotFound when there is no such identity
   */
  @RolesAllowed({"admin", "auditor", "administration"})
  public PersonIdentity get(UUID id) {
    access.requireWholeCompany();
    return people.getIdentity(id);
  }
}
