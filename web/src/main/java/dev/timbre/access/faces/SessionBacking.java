package dev.timbre.access.faces;

import dev.timbre.access.control.Authentication;
import dev.timbre.access.control.oidc.ProviderSignIn;
import dev.timbre.access.web.ConsoleSession;
import dev.timbre.access.web.ProviderDoor;
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
  @Inject ProviderSignIn provider;

  public void signOut() throws IOException {
    session.id(Faces.getRequest()).ifPresent(authentication::signOut);
    Faces.redirect(Faces.getRequestContextPath() + ProviderDoor.end(Faces.getRequest(), provider));
  }
}
