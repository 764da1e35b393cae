package dev.timbre.access.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** Keeps who signed in, and nothing else: what they may do is read anew at every request. */
@ApplicationScoped
public class ConsoleSession {

  private static final String PERSON = "timbre.person";

  /**
   * Begins a session under a fresh id, so that an id known before sign-in opens nothing. What
   * somebody else left in a shared browser goes; choices made before sign-in stay.
   */
  public void begin(HttpServletRequest request, UUID personId) {
    if (person(request).filter(earlier -> !earlier.equals(personId)).isPresent()) {
      end(request);
    }
    request.getSession(true);
    request.changeSessionId();
    request.getSession().setAttribute(PERSON, personId);
  }

  public Optional<UUID> person(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable((UUID) session.getAttribute(PERSON));
  }

  public void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
