package dev.timbre.access.control;

import dev.timbre.platform.error.Invalid;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.UUID;

/** Hashes and checks passwords with the server's PBKDF2. */
@ApplicationScoped
public class Passwords {

  /** Fewest characters of a new password. */
  public static final int MIN_LENGTH = 12;

  public static final int MAX_LENGTH = 200;

  @Inject Pbkdf2PasswordHash hash;

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
   * @throws Invalid when the password is too short or too long
   */
  public String hash(String password) {
    int length = password == null ? 0 : password.length();
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new Invalid(
          "password-length",
          String.format(
              "The password has %d characters; use %d to %d.", length, MIN_LENGTH, MAX_LENGTH));
    }
    return hash.generate(password.toCharArray());
  }

  /** Takes the same time whether or not there is a hash to compare with. */
  boolean verify(String password, String stored) {
    boolean same = hash.verify(password.toCharArray(), stored == null ? nobody : stored);
    return same && stored != null;
  }
}
