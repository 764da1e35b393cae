package dev.timbre.platform.entity;

import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import java.util.List;

/** Checks on texts that people type. */
public final class Texts {

  private Texts() {}

  /**
   * The trimmed text, its lines ended by a single line feed as browsers do not send them.
   *
   * @throws Invalid when it is missing, blank, too long or holds control characters
   */
  public static String required(String field, String text, int maxLength) {
    if (text == null || text.isBlank()) {
      throw invalid(field, "required", "", "", field + " is missing; give a text.");
    }
    return checked(field, text, maxLength);
  }

  /** The trimmed text, or null when there is none. */
  public static String optional(String field, String text, int maxLength) {
    return text == null || text.isBlank() ? null : checked(field, text, maxLength);
  }

  private static String checked(String field, String typed, int maxLength) {
    String text = typed.strip().replace("\r\n", "\n");
    int length = text.codePointCount(0, text.length());
    if (length > maxLength) {
      throw invalid(
          field,
          "too-long",
          length + " characters",
          maxLength + " characters",
          field + " has " + length + " characters; at most " + maxLength + " are allowed.");
    }
    if (text.codePoints().anyMatch(Texts::isForbidden)) {
      throw invalid(
          field, "control-character", "", "", field + " holds control characters; remove them.");
    }
    return text;
  }

  /** What no database column or page can hold, or nobody sees: controls and half characters. */
  private static boolean isForbidden(int c) {
    return (Character.isISOControl(c) && c != '\n' && c != '\t')
        || Character.getType(c) == Character.SURROGATE;
  }

  private static Invalid invalid(
      String field, String rule, String value, String limit, String message) {
    return new Invalid(
        "field-" + rule, message, List.of(new Violation(field, rule, value, limit, message)));
  }
}
