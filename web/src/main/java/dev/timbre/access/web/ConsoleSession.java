package dev.timbre.access.web;

import dev.timbre.access.control.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** Keeps who signed in, and nothing else: what they may do is read anew at every request. */
@ApplicationScoped
public class ConsoleSession {

  private static final String PERSON = "timbre.person";
  private static final String SESSION = "timbre.session";

  /**
   * Begins a session under a fresh id, so that an id known before sign-in opens nothing. What
   * somebody else left in a shared browser goes; choices made before sign-in stay.
   */
  public void begin(HttpServletRequest request, SignIn signIn) {
    UUID person = signIn.identity().actor().id();
    if (person(request).filter(earlier -> !earlier.equals(person)).isPresent()) {
      end(request);
    }
    request.getSession(true);
    request.changeSessionId();
    request.getSession().setAttribute(PERSON, person);
    request.getSession().setAttribute(SESSION, signIn.session());
  }

  /** Whose session it is; whether it is still open, only the database knows. */
  public Optional<UUID> person(HttpServletRequest request) {
    return kept(request, PERSON);
  }

  /** The id under which the database knows the session. */
  public Optional<UUID> id(HttpServletRequest request) {
    return kept(request, SESSION);
  }

  private static Optional<UUID> kept(HttpServletRequest request, String name) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((UUID) session.getAttribute(name));
  }

  public void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
