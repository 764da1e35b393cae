package dev.timbre.access.control;

import dev.timbre.access.entity.Brands;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.GrantOrigin;
import dev.timbre.access.entity.Invitations;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.PersonIdentity;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Keeps people and their grants. */
@Stateless
@RolesAllowed({"admin", "auditor", "administration"})
public class PeopleRegister {

  @Inject People people;
  @Inject Brands brands;
  @Inject Passwords passwords;
  @Inject PersonSessions sessions;
  @Inject LastAdministrator lastAdministrator;
  @Inject Invitations invitations;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * A new person.
   *
   * @param email null when there is none
   * @param password null when they set it themselves by an invitation, or may not sign in with one
   */
  public record NewPerson(String username, String displayName, String email, String password) {

    @Override
    public String toString() {
      return "NewPerson[…]";
    }
  }

  /**
   * What is to change of a person; null leaves a part as it is.
   *
   * @param email empty to remove it
   */
  public record PersonChange(String displayName, String email, String password, Boolean disabled) {

    @Override
    public String toString() {
      return "PersonChange[…]";
    }
  }

  /**
   * @throws Conflict when the user name is taken
   */
  @Audited(AuditAction.PERSON_CREATE)
  @RolesAllowed({"admin", "administration"})
  public UUID create(NewPerson wanted) {
    return idempotency.once(
        () -> {
          Person person =
              new Person(clock.instant(), wanted.username(), wanted.displayName(), null);
          person.writeTo(wanted.email());
          if (wanted.password() != null) {
            person.changePassword(passwords.hash(wanted.password(), person.getUsername()));
          }
          if (people.findByUsername(person.getUsername()).isPresent()) {
            throw new Conflict("username-taken", "There is already a person of that user name.");
          }
          people.add(person);
          trail.done(AuditAction.PERSON_CREATE, person.getId());
          return person.getId();
        });
  }

  /** Changes a person. A new password or the end of their access ends their sessions and links. */
  @Audited(AuditAction.PERSON_UPDATE)
  @RolesAllowed({"admin", "administration"})
  public Person update(UUID id, Long version, PersonChange change) {
    Person person = VersionCheck.of(people.get(id), version);
    if (change.displayName() != null) {
      person.rename(change.displayName());
    }
    if (change.email() != null) {
      person.writeTo(change.email());
    }
    if (change.password() != null) {
      person.changePassword(passwords.hash(change.password(), person.getUsername()));
      sessions.endAll(id, null);
      invitations.endAll(id, clock.instant());
    }
    if (change.disabled() != null && change.disabled() != person.isDisabled()) {
      setDisabled(person, change.disabled());
    }
    // the values themselves are personal
    trail.done(
        AuditAction.PERSON_UPDATE,
        id,
        changed("displayName", change.displayName()),
        changed("email", change.email()),
        changed("password", change.password()));
    return person;
  }

  private static Change changed(String field, String value) {
    return Change.to(field, value == null ? null : "changed");
  }

  private void setDisabled(Person person, boolean disabled) {
    if (disabled) {
      person.disable(clock.instant());
      lastAdministrator.mustStay();
      sessions.endAll(person.getId(), null);
      invitations.endAll(person.getId(), clock.instant());
      trail.done(AuditAction.PERSON_DISABLE, person.getId());
    } else {
      person.enable();
      trail.done(AuditAction.PERSON_ENABLE, person.getId());
    }
  }

  /**
   * @param brandId null for all brands
   */
  @Audited(AuditAction.GRANT_CREATE)
  @RolesAllowed({"admin", "administration"})
  public UUID grant(UUID personId, Role role, UUID brandId) {
    return idempotency.once(
        () -> {
          Person person = people.get(personId);
          if (role == Role.ADMIN && brandId != null) {
            throw new Invalid(
                "admin-of-a-brand",
                "Administration is not divided by brand; grant admin without one, or another"
                    + " role.");
          }
          if (brandId != null) {
            brands.get(brandId);
          }
          if (people.grantsOf(personId).stream()
              .filter(g -> g.getOrigin() == GrantOrigin.HAND)
              .anyMatch(g -> g.getRole() == role && Objects.equals(g.getBrandId(), brandId))) {
            throw new Conflict("grant-exists", "The person has that grant already.");
          }
          Grant grant = new Grant(clock.instant(), person, role, brandId);
          people.add(grant);
          trail.done(
              AuditAction.GRANT_CREATE,
              grant.getId(),
              Change.to("person", personId),
              Change.to("role", role),
              Change.to("brand", brandId));
          return grant.getId();
        });
  }

  @Audited(AuditAction.GRANT_REVOKE)
  @RolesAllowed({"admin", "administration"})
  public void revoke(UUID grantId) {
    Grant grant = people.getGrant(grantId);
    if (grant.getOrigin() == GrantOrigin.CLAIM) {
      throw new Conflict(
          "grant-from-claim",
          "The identity provider gave this role and would give it again; take it away there.");
    }
    people.remove(grant);
    lastAdministrator.mustStay();
    trail.done(
        AuditAction.GRANT_REVOKE,
        grantId,
        Change.of("person", grant.getPerson().getId(), null),
        Change.of("role", grant.getRole(), null),
        Change.of("brand", grant.getBrandId(), null));
  }

  /** Ends every session of a person, for example because a device was lost. */
  @Audited(AuditAction.SESSION_END)
  @RolesAllowed({"admin", "administration"})
  public void endSessions(UUID personId) {
    sessions.endAll(people.get(personId).getId(), null);
  }

  public Person get(UUID id) {
    return people.get(id);
  }

  /** Whether an identity provider vouches for a person. */
  public boolean isVouchedFor(UUID id) {
    return people.identitiesOf(id).stream().anyMatch(PersonIdentity::isLinked);
  }

  public Page<Person> page(PageRequest request) {
    return people.page(request);
  }

  /**
   * @param personId null for everybody's
   */
  public Page<Grant> grants(UUID personId, PageRequest request) {
    return people.grants(personId, request);
  }

  public List<Grant> grantsOf(UUID personId) {
    return people.grantsOf(personId);
  }

  public Grant getGrant(UUID id) {
    return people.getGrant(id);
  }
}
