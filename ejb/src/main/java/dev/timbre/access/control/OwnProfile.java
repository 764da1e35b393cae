package dev.timbre.access.control;

import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.control.CurrentActor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.error.NotAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What everybody who signed in may see and do about themselves. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin"})
public class OwnProfile {

  @Inject People people;
  @Inject Passwords passwords;
  @Inject CurrentActor actor;
  @Inject AuditTrail trail;

  public Person me() {
    return people.get(actor.get().id());
  }

  public List<Grant> grants() {
    return people.grantsOf(actor.get().id());
  }

  /** The names of colleagues, for pages that show who did something. */
  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    return people.namesOf(ids);
  }

  /**
   * @throws NotAllowed when the current password is wrong
   */
  @Audited(AuditAction.PERSON_UPDATE)
  public void changePassword(String current, String next) {
    Person me = me();
    if (!passwords.verify(current, me.getPasswordHash())) {
      throw new NotAllowed("password-wrong", "The current password is not right.");
    }
    me.changePassword(passwords.hash(next));
    trail.done(AuditAction.PERSON_UPDATE, me.getId(), Change.to("password", "changed"));
  }
}
