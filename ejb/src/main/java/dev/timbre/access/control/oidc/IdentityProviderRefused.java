package dev.timbre.access.control.oidc;

import dev.timbre.platform.error.NotAllowed;

/** The provider did not vouch for anybody, or what it said could not be believed. */
public class IdentityProviderRefused extends NotAllowed {

  private static final long serialVersionUID = 1L;

  IdentityProviderRefused() {
    super(
        "identity-provider-refused",
        "The identity provider did not let you in, or the attempt took too long; try again.");
  }
}
