package dev.timbre.platform.entity;

import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import java.util.List;

/** Checks on texts that people type. */
public final class Texts {

  private Texts() {}

  /**
   * The trimmed text.
   *
   * @throws Invalid when it is missing, blank, too long or holds control characters
   */
  public static String required(String field, String text, int maxLength) {
    if (text == null || text.isBlank()) {
      throw invalid(field, "required", "", "", field + " is missing; give a text.");
    }
    return checked(field, text.strip(), maxLength);
  }

  /** The trimmed text, or null when there is none. */
  public static String optional(String field, String text, int maxLength) {
    return text == null || text.isBlank() ? null : checked(field, text.strip(), maxLength);
  }

  private static String checked(String field, String text, int maxLength) {
    int length = text.codePointCount(0, text.length());
    if (length > maxLength) {
      throw invalid(
          field,
          "too-long",
          length + " characters",
          maxLength + " characters",
          field + " has " + length + " characters; at most " + maxLength + " are allowed.");
    }
    if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
      throw invalid(
          field, "control-character", "", "", field + " holds control characters; remove them.");
    }
    return text;
  }

  private static Invalid invalid(
      String field, String rule, String value, String limit, String message) {
    return new Invalid(
        "field-" + rule, message, List.of(new Violation(field, rule, value, limit, message)));
  }
}
