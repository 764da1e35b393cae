package dev.timbre.access.control.oidc;

import dev.timbre.platform.error.Unavailable;

/** The provider does not answer, or not as one. */
public class IdentityProviderAway extends Unavailable {

  private static final long serialVersionUID = 1L;

  IdentityProviderAway() {
    super(
        "identity-provider-unavailable", "The identity provider does not answer; try again soon.");
  }
}
