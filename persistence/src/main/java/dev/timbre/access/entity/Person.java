package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** Somebody who signs in. */
@Entity
@Table(name = "person")
public class Person extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int NAME_LENGTH = 120;
  public static final int EMAIL_LENGTH = 254;
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

  @Column(nullable = false, updatable = false, unique = true)
  private String username;

  @Column(name = "display_name", nullable = false, length = NAME_LENGTH)
  private String displayName;

  @Column(length = EMAIL_LENGTH)
  private String email;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  protected Person() {}

  /**
   * @param username what they sign in with; kept in lower case
   * @param passwordHash a PBKDF2 hash in the form of Jakarta Security; null when they may not sign
   *     in with a password
   */
  public Person(Instant now, String username, String displayName, String passwordHash) {
    super(now);
    String lower = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
    if (!USERNAME.matcher(lower).matches()) {
      throw new Invalid(
          "username-malformed",
          "username must be 2 to 100 letters, digits or . _ @ + - and begin with a letter or"
              + " digit.");
    }
    this.username = lower;
    this.passwordHash = passwordHash;
    rename(displayName);
  }

  public void rename(String newName) {
    this.displayName = Texts.required("displayName", newName, NAME_LENGTH);
  }

  /**
   * Where they can be written to.
   *
   * @param address null for none
   */
  public void writeTo(String address) {
    String text = Texts.optional("email", address, EMAIL_LENGTH);
    if (text != null && !EMAIL.matcher(text).matches()) {
      throw new Invalid(
          "email-malformed", "email must look like name@example.org, or be left out.");
    }
    this.email = text;
  }

  public void changePassword(String newHash) {
    this.passwordHash = newHash;
  }

  /** From the next request on, on every node, nothing is open to them. */
  public void disable(Instant now) {
    if (disabledAt == null) {
      disabledAt = now;
    }
  }

  public void enable() {
    disabledAt = null;
  }

  public boolean isDisabled() {
    return disabledAt != null;
  }

  public String getUsername() {
    return username;
  }

  public String getDisplayName() {
    return displayName;
  }

  /** May be null. */
  public String getEmail() {
    return email;
  }

  public String getPasswordHash() {
    return passwordHash;
  }
}
