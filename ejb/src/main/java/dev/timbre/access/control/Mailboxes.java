package dev.timbre.access.control;

import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.control.CurrentActor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.VersionCheck;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Where people are written to. The address is personal, so the log says only that it changed. */
@Stateless
@RolesAllowed({"admin", "administration"})
public class Mailboxes {

  @Inject People people;
  @Inject CurrentActor actor;
  @Inject AuditTrail trail;

  @RolesAllowed({"admin", "auditor", "administration"})
  public Person get(UUID personId) {
    return people.get(personId);
  }

  /**
   * @param email null or blank takes it out
   */
  @Audited(AuditAction.PERSON_UPDATE)
  public Person change(UUID personId, Long version, String email) {
    return changed(VersionCheck.of(people.get(personId), version), email);
  }

  /** The caller's own. */
  @Audited(AuditAction.PERSON_UPDATE)
  @RolesAllowed({"curator", "approver", "auditor", "admin"})
  public Person changeOwn(String email) {
    return changed(people.get(actor.get().id()), email);
  }

  private Person changed(Person person, String email) {
    String before = person.getEmail();
    person.writeTo(email);
    trail.done(
        AuditAction.PERSON_UPDATE,
        person.getId(),
        Change.of("email", said(before), before == null ? said(email) : "changed"));
    return person;
  }

  private static String said(String email) {
    return email == null || email.isBlank() ? null : "given";
  }
}
