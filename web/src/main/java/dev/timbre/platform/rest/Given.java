package dev.timbre.platform.rest;

import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what callers give as text; each refusal names field, value and what is allowed. */
public final class Given {

  private Given() {}

  /** The body itself, which must be there. */
  public static <T> T body(T body) {
    return required("body", body);
  }

  public static <T> T required(String field, T value) {
    if (value == null) {
      throw invalid(field, "required", "", "a value", field + " is missing.");
    }
    return value;
  }

  /** A constant by its name in lower case, with hyphens or underscores; null stays null. */
  public static <E extends Enum<E>> E constant(String field, String text, Class<E> type) {
    if (text == null) {
      return null;
    }
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(field, text, type));
  }

  public static <E extends Enum<E>> Set<E> constants(
      String field, Set<String> texts, Class<E> type) {
    return texts == null
        ? Set.of()
        : texts.stream().map(text -> constant(field, text, type)).collect(Collectors.toSet());
  }

  /** The values of a set that holds no gaps; an absent one is empty. */
  public static <T> Set<T> all(String field, Set<T> values) {
    if (values == null) {
      return Set.of();
    }
    values.forEach(value -> required(field, value));
    return values;
  }

  /** The wire form of a constant. */
  public static String name(Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
  }

  /** An RFC 3339 instant; null stays null. */
  public static Instant instant(String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException e) {
      throw invalid(
          field,
          "malformed",
          text,
          "2026-01-31T12:00:00Z",
          field + " must be an RFC 3339 instant.");
    }
  }

  private static Invalid unknown(String field, String text, Class<? extends Enum<?>> type) {
    String allowed =
        Arrays.stream(type.getEnumConstants()).map(Given::name).collect(Collectors.joining(", "));
    return invalid(
        field, "unknown", text, allowed, field + " is '" + text + "'; use one of " + allowed + ".");
  }

  /** A refusal whose one violation names the field. */
  static Invalid invalid(String field, String rule, String value, String limit, String message) {
    return new Invalid(
        "field-" + rule, message, List.of(new Violation(field, rule, value, limit, message)));
  }
}
