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
  public static final int EMAIL_LENGTH = 254; // RFC 5321, 4.5.3.1.3: a path, less its brackets
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,99}");

  /** One mailbox and nothing that a mail header could take for more; the server says the rest. */
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s\\p{Cntrl}<>()\\[\\],;:\\\\\"@]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

  @Column(nullable = false, updatable = false, unique = true)
  private String username;

  @Column(name = "display_name", nullable = false, length = NAME_LENGTH)
  private String displayName;

  @Column(name = "password_hash")
  private String passwordHash;

  /** Where notices go; personal, so it is never logged. */
  @Column(length = EMAIL_LENGTH)
  private String email;

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
   * @param address where notices are mailed to; null or blank for nowhere
   */
  public void writeTo(String address) {
    String mailbox = Texts.optional("email", address, EMAIL_LENGTH);
    if (mailbox != null && !EMAIL.matcher(mailbox).matches()) {
      throw new Invalid(
          "email-malformed", "email must be one plain address such as anna@example.org.");
    }
    this.email = mailbox;
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

  /** Null where they get no mail. */
  public String getEmail() {
    return email;
  }

  public String getPasswordHash() {
    return passwordHash;
  }
}
