package dev.timbre.notice.control;

import dev.timbre.platform.error.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How notices leave Timbre. */
@ApplicationScoped
class NoticeConfig {

  /** Prefix of the secrets that sign what is posted; a webhook names the rest. */
  static final String SECRET_PREFIX = "timbre.notice.webhook.secret.";

  /** As Standard Webhooks writes a secret; the rest is Base64. */
  private static final String SECRET_MARK = "whsec_";

  /** A consent's end is an occasion for 30 days, the longest of all. */
  private static final int SHORTEST_DAYS = 31;

  /** 24 bytes, as Standard Webhooks asks for. */
  private static final int SHORTEST_SECRET = 24;

  @Inject Config config;

  /** The sender; without it no mail is sent. */
  @Inject
  @ConfigProperty(name = "timbre.notice.mail.from")
  Optional<String> from;

  @Inject
  @ConfigProperty(name = "timbre.notice.mail.user")
  Optional<String> user;

  @Inject
  @ConfigProperty(name = "timbre.notice.mail.password")
  Optional<String> password;

  /** The language of mails, as a BCP 47 tag; English or Chinese. */
  @Inject
  @ConfigProperty(name = "timbre.notice.mail.language", defaultValue = "en")
  String language;

  /** For a connection, and again for an answer. */
  @Inject
  @ConfigProperty(name = "timbre.notice.timeout", defaultValue = "PT10S")
  Duration timeout;

  /** How long a notice is kept, for example P1Y. */
  @Inject
  @ConfigProperty(name = "timbre.notice.retention", defaultValue = "P1Y")
  String retention;

  /** Where the console is, as mails link to it. */
  @Inject
  @ConfigProperty(name = "timbre.platform.public-url")
  Optional<String> publicUrl;

  /** Origins that may be posted to; a host may begin with an asterisk. */
  @Inject
  @ConfigProperty(name = "timbre.notice.webhook.allowed-origins")
  Optional<List<String>> origins;

  /** A wrong setting is found when the server starts, not months later. */
  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    Period kept = retention();
    if (LocalDate.EPOCH.plus(kept).isBefore(LocalDate.EPOCH.plusDays(SHORTEST_DAYS))) {
      throw new IllegalStateException(
          "timbre.notice.retention is "
              + retention
              + ", but the shortest is P"
              + SHORTEST_DAYS
              + "D: an occasion that lasts longer than its notice would be announced again.");
    }
  }

  boolean mails() {
    return from.isPresent();
  }

  /** The sender's address. */
  String from() {
    return from.orElseThrow();
  }

  /** Null where the mail server asks for none. */
  String user() {
    return user.orElse(null);
  }

  /** Null where the mail server asks for none. */
  String password() {
    return password.orElse(null);
  }

  Duration timeout() {
    return timeout;
  }

  /** How long a notice is kept after it was announced. */
  Period retention() {
    return Period.parse(retention);
  }

  /** Where the console is; empty where nobody has said so. */
  Optional<String> publicUrl() {
    return publicUrl;
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }

  /** Whether the operator allows posting to an origin such as {@code https://hooks.example.org}. */
  boolean allows(String origin) {
    return origins.orElse(List.of()).stream()
        .map(allowed -> allowed.strip().toLowerCase(Locale.ROOT))
        .anyMatch(allowed -> fits(allowed, origin));
  }

  private static boolean fits(String allowed, String origin) {
    int star = allowed.indexOf("://*.");
    if (star < 0) {
      return allowed.equals(origin);
    }
    String scheme = allowed.substring(0, star + "://".length());
    String suffix = allowed.substring(scheme.length() + 1);
    return origin.startsWith(scheme)
        && origin.endsWith(suffix)
        && origin.length() > scheme.length() + suffix.length();
  }

  /**
   * The secret that a webhook's reference names.
   *
   * @throws Conflict when the configuration does not have it, or it is no secret
   */
  byte[] secret(String reference) {
    String property = SECRET_PREFIX + reference;
    String text =
        config
            .getOptionalValue(property, String.class)
            .orElseThrow(
                () ->
                    new Conflict(
                            "webhook-secret-missing",
                            "The configuration has no " + property + "; an operator must set it.")
                        .about(property));
    byte[] secret = decoded(text);
    if (secret.length < SHORTEST_SECRET) {
      throw new Conflict(
          "webhook-secret-malformed",
          property
              + " must be at least "
              + SHORTEST_SECRET
              + " random bytes in Base64, with or without the mark "
              + SECRET_MARK
              + ".");
    }
    return secret;
  }

  private static byte[] decoded(String text) {
    String base64 = text.startsWith(SECRET_MARK) ? text.substring(SECRET_MARK.length()) : text;
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      return new byte[0]; // the caller says what is wrong, without the secret
    }
  }
}
