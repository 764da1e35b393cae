package dev.timbre.access.faces;

import static jakarta.security.enterprise.AuthenticationStatus.SEND_CONTINUE;
import static jakarta.security.enterprise.AuthenticationStatus.SUCCESS;

import dev.timbre.access.control.oidc.ProviderSignIn;
import dev.timbre.access.web.RequestAuthentication;
import dev.timbre.access.web.Targets;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.omnifaces.util.Faces;

/** Signs a person in and leads them to where they wanted to go. */
@Named("signIn")
@RequestScoped
public class SignInBacking {

  private static final Set<String> PROBLEMS = Set.of("oidc-refused", "oidc-unavailable");

  @Inject SecurityContext security;
  @Inject FacesContext faces;
  @Inject ProviderSignIn provider;
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
      faces
          .getExternalContext()
          .redirect(
              Faces.getRequestContextPath() + Targets.local(Faces.getRequestParameter("from")));
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

  /** Says what the identity provider said, where it led the reader back to here. */
  public void open() {
    String problem = Faces.getRequestParameter("problem");
    if (!Faces.isPostback() && problem != null && PROBLEMS.contains(problem)) {
      notices.refused("signIn." + problem, provider.name());
    }
  }

  public boolean isProviderOffered() {
    return provider.isOffered();
  }

  public String getProviderName() {
    return provider.name();
  }

  /** The way to the identity provider and back to what was asked for. */
  public String getProviderLink() {
    String from = Faces.getRequestParameter("from");
    String query = from == null ? "" : "?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
    return Faces.getRequestContextPath() + "/oidc/start" + query;
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
