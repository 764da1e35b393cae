package dev.timbre.access.faces;

import dev.timbre.access.control.Authentication;
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
  @Inject Me me;

  public void signOut() throws IOException {
    if (me.getId() != null) {
      authentication.signOut(me.getId());
    }
    Faces.invalidateSession();
    Faces.redirect("sign-in.xhtml");
  }
}
