package dev.timbre.access.control;

import dev.timbre.access.entity.People;
import dev.timbre.access.entity.SessionOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The last step of a sign-in whose password was right. */
@ApplicationScoped
public class PasswordSignIn {

  @Inject People people;
  @Inject PersonSessions sessions;
  @Inject SignInGuard guard;

  @Transactional
  public SignIn complete(UUID personId, SignInGuard.Attempt attempt) {
    guard.succeeded(attempt);
    return sessions.begin(people.get(personId), SessionOrigin.PASSWORD);
  }
}
