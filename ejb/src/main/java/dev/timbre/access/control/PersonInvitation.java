package dev.timbre.access.control;

import dev.timbre.access.entity.Invitation;
import dev.timbre.access.entity.InvitationToken;
import dev.timbre.access.entity.Invitations;
import dev.timbre.access.entity.People;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.error.Conflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets people set their password by a link, for the first time or because they forgot it, so that
 * nobody but they ever knows it.
 */
@Stateless
@RolesAllowed({"admin", "administration"})
public class PersonInvitation {

  @Inject People people;
  @Inject Access access;
  @Inject Invitations invitations;
  @Inject AccessConfig config;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * A new invitation.
   *
   * @param token present only for the request that made it; a repeat cannot show it again
   */
  public record Issued(Invitation invitation, Optional<InvitationToken> token) {}

  /**
   * A link for a person; earlier ones open nothing any more.
   *
   * @throws Conflict when the person is disabled
   */
  @Audited(AuditAction.PERSON_INVITE)
  public Issued invite(UUID personId) {
    Instant now = clock.instant();
    if (people.get(personId).isDisabled()) {
      throw new Conflict(
          "person-disabled", "The person is disabled; enable them before you invite them.");
    }
    InvitationToken token = InvitationToken.generate();
    Invitation invitation = new Invitation(now, personId, token, config.invitationValidity());
    UUID id =
        idempotency.once(
            () -> {
              invitations.endAll(personId, now);
              invitations.add(invitation);
              trail.done(
                  AuditAction.PERSON_INVITE,
                  personId,
                  Change.to("expires", invitation.getExpiresAt()));
              return invitation.getId();
            });
    boolean isNew = id.equals(invitation.getId());
    return new Issued(
        isNew ? invitation : invitations.get(id), isNew ? Optional.of(token) : Optional.empty());
  }

  /** Its link opens nothing any more. */
  @Audited(AuditAction.PERSON_INVITE)
  public void end(UUID id) {
    Invitation invitation = invitations.get(id);
    invitation.end(clock.instant());
    trail.done(
        AuditAction.PERSON_INVITE, invitation.getPersonId(), Change.of("link", "open", "ended"));
  }

  @RolesAllowed({"admin", "auditor", "administration"})
  public Invitation get(UUID id) {
    access.requireWholeCompany();
    return invitations.get(id);
  }

  /** Until when a person's link can be used; empty when there is none. */
  @RolesAllowed({"admin", "auditor", "administration"})
  public Optional<Instant> openUntil(UUID personId) {
    access.requireWholeCompany();
    return invitations.openUntil(personId, clock.instant());
  }
}
