package dev.timbre.access.control.oidc;

import java.util.Set;

/**
 * Whom the identity provider vouches for, from a token whose signature was checked.
 *
 * @param issuer and {@code subject} say who it is, now and for ever
 * @param username and {@code displayName} may be null, and may change
 * @param idToken the token itself, which the provider wants to see again at sign-out
 */
public record ClaimedPerson(
    String issuer,
    String subject,
    String username,
    String displayName,
    Set<String> groups,
    String idToken) {

  public ClaimedPerson {
    groups = Set.copyOf(groups);
  }

  @Override
  public String toString() {
    return "ClaimedPerson[…]";
  }
}
