package dev.timbre.access.control;

import dev.timbre.platform.error.Invalid;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.text.Normalizer;
import java.util.Map;
import java.util.UUID;

/**
 * Hashes and checks passwords with the server's PBKDF2. What makes a password good enough is
 * decided after NIST SP 800-63B: its length, and that nobody would try it first. It need not mix
 * kinds of characters, nor be changed from time to time.
 */
@ApplicationScoped
public class Passwords {

  /** Fewest characters of a new password. */
  public static final int MIN_LENGTH = 12;

  public static final int MAX_LENGTH = 200;

  @Inject Pbkdf2PasswordHash hash;

  private final CommonPasswords common = CommonPasswords.read();
  private String nobody;

  @PostConstruct
  void configure() {
    // iterations as the OWASP password storage cheat sheet advises for PBKDF2-HMAC-SHA512
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32"));
    nobody = hash.generate(UUID.randomUUID().toString().toCharArray());
  }

  /**
   * @param username whose password it becomes
   * @throws Invalid when the password is too short, too long or too easily guessed
   */
  public String hash(String password, String username) {
    String normal = normal(password == null ? "" : password);
    int length = normal.codePointCount(0, normal.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new Invalid(
              "password-length",
              String.format(
                  "The password has %d characters; use %d to %d.", length, MIN_LENGTH, MAX_LENGTH))
          .about(length, MIN_LENGTH, MAX_LENGTH);
    }
    if (normal.equalsIgnoreCase(username)) {
      throw new Invalid(
          "password-is-username", "The password is the user name; think of another one.");
    }
    if (common.contains(normal)) {
      throw new Invalid(
          "password-common",
          "The password is one of those that are tried first; several words in a row are better.");
    }
    return hash.generate(normal.toCharArray());
  }

  /** Takes the same time whether or not there is a hash to compare with. */
  boolean verify(String password, String stored) {
    boolean same = hash.verify(normal(password).toCharArray(), stored == null ? nobody : stored);
    return same && stored != null;
  }

  /** One form for what keyboards write in several, so that a password works on all of them. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC);
  }
}
