package dev.timbre.access.control.oidc;

import dev.timbre.access.control.SignIn;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.platform.error.BusinessException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** Signing in by the company's identity provider. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderSignIn {

  @Inject OidcConfig config;
  @Inject IdentityProvider provider;
  @Inject ProviderPeople people;
  @Inject AuditTrail trail;

  /**
   * Somebody came back from the provider.
   *
   * @param idToken what {@link #leaving} wants at the end of the session
   */
  public record Done(SignIn signIn, String idToken) {

    @Override
    public String toString() {
      return "Done[…]";
    }
  }

  /** Whether there is a provider at all. */
  public boolean isOffered() {
    return config.isOffered();
  }

  /** As the sign-in page calls it. */
  public String name() {
    return config.name();
  }

  /**
   * @throws IdentityProviderAway when the provider cannot be asked where to go
   */
  public SignInAttempt begin() {
    return provider.begin();
  }

  /**
   * @param answer the address with which the browser came back
   * @throws IdentityProviderRefused when it is no, or cannot be believed, or the person is disabled
   * @throws IdentityProviderAway when the provider cannot be asked
   */
  public Done finish(SignInAttempt attempt, URI answer) {
    try {
      ClaimedPerson claimed = provider.finish(attempt, answer);
      return new Done(people.admit(claimed), claimed.idToken());
    } catch (BusinessException e) {
      trail.refused(AuditAction.SESSION_SIGN_IN, null, e.code());
      throw e;
    }
  }

  /** Where a browser goes to sign out at the provider too; empty when that is not possible. */
  public Optional<URI> leaving(String idToken) {
    URI back = config.redirectUri().resolve("../sign-in.xhtml");
    return provider.leaving(idToken, back);
  }
}
