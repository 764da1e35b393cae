package dev.timbre.consent.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The secret of a talent's link in the clear, for the moment in which it is made or presented. It
 * carries 256 random bits, so a plain SHA-256 digest is enough to keep it by.
 */
public final class LinkToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String MARK = "tml_";
  private static final int RANDOM_BYTES = 32;

  private final String value;

  public LinkToken(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  public static LinkToken generate() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return new LinkToken(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token itself, to be shown exactly once. */
  public String reveal() {
    return value;
  }

  /** SHA-256 in lower-case hexadecimal. */
  public String digest() {
    return digestOf(value);
  }

  /** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
  public static String digestOf(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return MARK + "…";
  }
}
