package dev.timbre.access.entity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/**
 * An API key in the clear, for the moment in which it is made or presented. It carries 256 random
 * bits, so a plain SHA-256 digest is enough to keep it by.
 */
public final class ApiKeySecret {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String MARK = "tmb_";
  private static final int RANDOM_BYTES = 32;
  private static final int PREFIX_LENGTH = 10;

  private final String value;

  public ApiKeySecret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  public static ApiKeySecret generate() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new ApiKeySecret(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The key itself, to be shown exactly once. */
  public String reveal() {
    return value;
  }

  String prefix() {
    return value.substring(0, Math.min(PREFIX_LENGTH, value.length()));
  }

  /** SHA-256 in lower-case hexadecimal. */
  public String digest() {
    return Sha256.hex(value);
  }

  @Override
  public String toString() {
    return MARK + "…";
  }
}
