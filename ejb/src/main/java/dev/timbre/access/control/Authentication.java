package dev.timbre.access.control;

import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is who. Nothing is cached: a revoked key, an ended session, a disabled person or a withdrawn
 * grant counts from the next request on, on every node.
 */
@Stateless
@PermitAll
public class Authentication {

  @Inject People people;
  @Inject KeyHolders keys;
  @Inject Passwords passwords;
  @Inject SignInGuard guard;
  @Inject PasswordSignIn signIn;
  @Inject PersonSessions sessions;
  @Inject AuditTrail trail;

  /**
   * By an API key in the clear; empty when it is unknown, expired, revoked or its owner disabled.
   * Whoever found a key elsewhere learns nothing from it, not even that it is one.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Identity> byKey(String key) {
    KeyHolders.Recognised recognised = keys.recognise(key);
    // the transaction that read the key is over, so nobody waits here with a connection in hand
    recognised
        .elsewhere()
        .ifPresent(id -> trail.refused(AuditAction.ACCESS_DENY, id, "client-network"));
    return recognised.holder();
  }

  /**
   * By user name and password; begins a session. The log says that somebody signed in or failed to.
   * No transaction is open while the password is compared, which takes long on purpose.
   *
   * @throws SignInDelayed when too many attempts failed lately; the password is not looked at then
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<SignIn> byPassword(String typed, String password) {
    // nobody's name holds it, and the database cannot be asked for it
    String username = typed.replace('\0', '\uFFFD');
    SignInGuard.Attempt attempt = begin(username);
    Optional<Person> person = people.findByUsername(username);
    // a missing person costs as much time as a wrong password
    boolean right = passwords.verify(password, person.map(Person::getPasswordHash).orElse(null));
    Optional<Person> allowed = person.filter(found -> right && !found.isDisabled());
    if (allowed.isEmpty()) {
      UUID tried = person.map(Person::getId).orElse(null);
      trail.refused(AuditAction.SESSION_SIGN_IN, tried, "sign-in-refused");
    }
    return allowed.map(found -> signIn.complete(found.getId(), attempt));
  }

  private SignInGuard.Attempt begin(String username) {
    try {
      return guard.begin(username);
    } catch (SignInDelayed e) {
      trail.refused(AuditAction.SESSION_SIGN_IN, null, e.code());
      throw e;
    }
  }

  /** By a session that a sign-in began; empty once it is over or the person disabled. */
  public Optional<Identity> bySession(UUID sessionId) {
    return sessions.recognise(sessionId);
  }

  /** A session ends by the person's own wish. */
  public void signOut(UUID sessionId) {
    sessions.signOut(sessionId);
  }
}
