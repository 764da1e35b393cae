package dev.timbre.access.control;

import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.Invitations;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.PersonSession;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.control.CurrentActor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.error.NotAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What everybody who signed in may see and do about themselves. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin"})
public class OwnProfile {

  @Inject People people;
  @Inject Clients clients;
  @Inject Passwords passwords;
  @Inject PersonSessions sessions;
  @Inject Invitations invitations;
  @Inject SignInGuard guard;
  @Inject CurrentActor actor;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  public Person me() {
    return people.get(actor.get().id());
  }

  public List<Grant> grants() {
    return people.grantsOf(actor.get().id());
  }

  /** The names of colleagues and clients, for pages that show who did something. */
  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>(people.namesOf(ids));
    names.putAll(clients.namesOf(ids));
    return names;
  }

  /**
   * Replaces the password and ends every other session and every link to set it.
   *
   * @param session the one that goes on; null when the caller has none
   * @throws NotAllowed when the current password is wrong
   * @throws SignInDelayed when it was wrong too often lately
   */
  @Audited(AuditAction.PERSON_PASSWORD)
  public void changePassword(String current, String next, UUID session) {
    Person me = me();
    SignInGuard.Attempt attempt = guard.begin(me.getUsername());
    if (!passwords.verify(current, me.getPasswordHash())) {
      throw new NotAllowed("password-wrong", "The current password is not right.");
    }
    me.changePassword(passwords.hash(next, me.getUsername()));
    guard.succeeded(attempt);
    trail.done(AuditAction.PERSON_PASSWORD, me.getId());
    sessions.endAll(me.getId(), session);
    invitations.endAll(me.getId(), clock.instant());
  }

  /**
   * Where notices are mailed to.
   *
   * @param email null or blank for nowhere
   */
  @Audited(AuditAction.PERSON_UPDATE)
  public void changeEmail(String email) {
    Person me = me();
    me.writeTo(email);
    // the address itself is personal
    trail.done(AuditAction.PERSON_UPDATE, me.getId(), Change.to("email", "changed"));
  }

  /** One's own open sessions, the newest first. */
  public List<PersonSession> sessions() {
    return sessions.openOf(actor.get().id());
  }

  /**
   * Ends one's own sessions.
   *
   * @param session the one that goes on; null when none does
   */
  @Audited(AuditAction.SESSION_END)
  public void endSessions(UUID session) {
    sessions.endAll(actor.get().id(), session);
  }
}
