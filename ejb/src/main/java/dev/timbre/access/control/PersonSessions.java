package dev.timbre.access.control;

import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.PersonSession;
import dev.timbre.access.entity.SessionOrigin;
import dev.timbre.access.entity.Sessions;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Begins and ends sessions, each change with its entry in the log. */
@ApplicationScoped
public class PersonSessions {

  @Inject Sessions sessions;
  @Inject People people;
  @Inject AccessConfig config;
  @Inject RequestContext request;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  @Transactional
  public SignIn begin(Person person, SessionOrigin origin) {
    PersonSession session =
        new PersonSession(
            clock.instant(),
            person.getId(),
            origin,
            request.address().orElse(null),
            config.longest());
    sessions.add(session);
    trail.done(AuditAction.SESSION_SIGN_IN, person.getId(), Change.to("by", origin));
    return new SignIn(session.getId(), identityOf(person));
  }

  /** Who is behind a session; empty once it is over or the person is disabled. */
  @Transactional
  public Optional<Identity> recognise(UUID id) {
    Instant now = clock.instant();
    Optional<PersonSession> open =
        sessions.find(id).filter(session -> session.isOpen(now, config.idle()));
    open.ifPresent(session -> sessions.touch(session, now));
    return open.flatMap(session -> people.find(session.getPersonId()))
        .filter(person -> !person.isDisabled())
        .map(this::identityOf);
  }

  @Transactional
  public void signOut(UUID id) {
    sessions
        .find(id)
        .filter(session -> session.getEndedAt() == null)
        .ifPresent(
            session -> {
              session.end(clock.instant());
              trail.done(AuditAction.SESSION_SIGN_OUT, session.getPersonId());
            });
  }

  /**
   * Ends a person's sessions, for example because their password was changed.
   *
   * @param except goes on; null when none does
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void endAll(UUID personId, UUID except) {
    int ended = sessions.endAll(personId, except, clock.instant());
    if (ended > 0) {
      trail.done(AuditAction.SESSION_END, personId, Change.to("sessions", ended));
    }
  }

  public List<PersonSession> openOf(UUID personId) {
    Instant now = clock.instant();
    return sessions.openOf(personId, now, now.minus(config.idle()));
  }

  /** A person with the roles that they hold now. */
  public Identity identityOf(Person person) {
    Set<String> roles =
        people.grantsOf(person.getId()).stream()
            .map(grant -> grant.getRole().code())
            .collect(Collectors.toSet());
    return new Identity(Actor.person(person.getId()), roles);
  }
}
