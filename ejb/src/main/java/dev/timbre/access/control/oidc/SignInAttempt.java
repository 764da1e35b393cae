package dev.timbre.access.control.oidc;

import java.io.Serializable;
import java.net.URI;
import java.time.Instant;

/**
 * What a browser's session must remember while the person is at the identity provider.
 *
 * @param address where the browser goes now
 * @param state comes back with the answer, or the answer is not to this question
 * @param nonce stands in the token, or the token is not for this sign-in
 * @param verifier proves that the code is redeemed by whoever asked for it (RFC 7636)
 * @param until when the answer must be there
 */
public record SignInAttempt(URI address, String state, String nonce, String verifier, Instant until)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  @Override
  public String toString() {
    return "SignInAttempt[…]";
  }
}
