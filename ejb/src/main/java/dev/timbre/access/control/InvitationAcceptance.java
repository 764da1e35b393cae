package dev.timbre.access.control;

import dev.timbre.access.entity.Invitation;
import dev.timbre.access.entity.InvitationToken;
import dev.timbre.access.entity.Invitations;
import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** What somebody may do who holds an invitation's link, and nothing else. */
@Stateless
@PermitAll
public class InvitationAcceptance {

  @Inject People people;
  @Inject Invitations invitations;
  @Inject Passwords passwords;
  @Inject PersonSessions sessions;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * The person whom a link is for.
   *
   * @throws NotFound when the link opens nothing, for whatever reason
   */
  public Person invited(InvitationToken token) {
    return invitations
        .findByToken(token)
        .filter(found -> found.isOpen(clock.instant()))
        .map(found -> people.get(found.getPersonId()))
        .filter(person -> !person.isDisabled())
        .orElseThrow(InvitationAcceptance::over);
  }

  /**
   * Sets the password, ends the link and every session that the person had.
   *
   * @throws NotFound when the link opens nothing, for whatever reason
   * @throws Invalid when the password is not good enough; the link still opens then
   */
  @Audited(AuditAction.PERSON_PASSWORD)
  public void accept(InvitationToken token, String password) {
    Instant now = clock.instant();
    Invitation invitation =
        invitations
            .claimByToken(token)
            .filter(found -> found.isOpen(now))
            .orElseThrow(InvitationAcceptance::over);
    Person person = people.get(invitation.getPersonId());
    if (person.isDisabled()) {
      throw over();
    }
    person.changePassword(passwords.hash(password, person.getUsername()));
    invitation.end(now);
    trail.done(AuditAction.PERSON_PASSWORD, person.getId());
    sessions.endAll(person.getId(), null);
  }

  private static NotFound over() {
    return new NotFound(
        "invitation-over",
        "This link was used, replaced or has expired; ask an administrator for a new one.");
  }
}
