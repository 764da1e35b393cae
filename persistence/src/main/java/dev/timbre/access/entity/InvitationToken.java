package dev.timbre.access.entity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/**
 * What an invitation's link carries, for the moment in which it is made or presented. It holds 256
 * random bits, so a plain digest is enough to keep it by.
 */
public final class InvitationToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 32;

  private final String value;

  public InvitationToken(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  public static InvitationToken generate() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token itself, to be shown exactly once. */
  public String reveal() {
    return value;
  }

  /** SHA-256 in lower-case hexadecimal. */
  public String digest() {
    return Sha256.hex(value);
  }

  @Override
  public String toString() {
    return "InvitationToken[…]";
  }
}
