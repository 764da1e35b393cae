package dev.timbre.voice.entity;

import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;

/**
 * The name by which callers name a voice, for example {@code acme.anna}: the brand's slug, a dot,
 * and a name. It is never given to a second voice.
 */
@Embeddable
public record Alias(@Column(name = "alias", nullable = false, updatable = false) String value) {

  private static final Pattern FORM =
      Pattern.compile("[a-z][a-z0-9-]{1,30}\\.[a-z][a-z0-9-]{0,38}[a-z0-9]");

  /**
   * @throws Invalid when the form is wrong
   */
  public Alias {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new Invalid(
              "alias-malformed",
              "alias is '"
                  + value
                  + "'; give the brand's slug, a dot and 2 to 40 lower-case letters, digits or"
                  + " hyphens, for example acme.anna.")
          .about(value);
    }
  }

  public static boolean looksLike(String text) {
    return text.indexOf('.') > 0;
  }

  /** The part before the dot. */
  public String brandSlug() {
    return value.substring(0, value.indexOf('.'));
  }

  @Override
  public String toString() {
    return value;
  }
}
