package dev.timbre.access.faces;

import static jakarta.security.enterprise.AuthenticationStatus.SEND_CONTINUE;
import static jakarta.security.enterprise.AuthenticationStatus.SUCCESS;

import dev.timbre.access.web.RequestAuthentication;
import dev.timbre.platform.faces.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.io.IOException;
import java.time.Duration;
import org.omnifaces.util.Faces;

/** Signs a person in and leads them to where they wanted to go. */
@Named("signIn")
@RequestScoped
public class SignInBacking {

  private static final String HOME = "/index.xhtml";

  @Inject SecurityContext security;
  @Inject FacesContext faces;
  @Inject Notices notices;

  private String username;
  private String password;

  public void signIn() throws IOException {
    AuthenticationStatus status =
        security.authenticate(
            Faces.getRequest(),
            Faces.getResponse(),
            AuthenticationParameters.withParams()
                .credential(new UsernamePasswordCredential(username, password))
                .newAuthentication(true));
    if (status == SEND_CONTINUE) {
      faces.responseComplete();
    } else if (status == SUCCESS) {
      faces.getExternalContext().redirect(Faces.getRequestContextPath() + wanted());
    } else {
      refuse();
    }
  }

  private void refuse() {
    Duration delay = (Duration) Faces.getRequest().getAttribute(RequestAuthentication.DELAY);
    if (delay == null) {
      notices.refused("signIn.refused");
    } else {
      notices.refused("signIn.delayed", Math.max(1, delay.toSeconds()));
    }
  }

  /** The page that was asked for; only paths of our own, so that nobody is led elsewhere. */
  private static String wanted() {
    String from = Faces.getRequestParameter("from");
    boolean local = from != null && from.matches("/[A-Za-z0-9][A-Za-z0-9./?=&%_-]*");
    return local ? from : HOME;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return null; // never sent back
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
