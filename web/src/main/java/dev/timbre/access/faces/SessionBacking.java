package dev.timbre.access.faces;

import dev.timbre.access.control.Authentication;
import dev.timbre.access.web.ConsoleSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.omnifaces.util.Faces;

/** Ends a session. */
@Named("mySession")
@RequestScoped
public class SessionBacking {

  @Inject Authentication authentication;
  @Inject ConsoleSession session;

  public void signOut() throws IOException {
    session.id(Faces.getRequest()).ifPresent(authentication::signOut);
    Faces.invalidateSession();
    Faces.redirect("sign-in.xhtml");
  }
}
