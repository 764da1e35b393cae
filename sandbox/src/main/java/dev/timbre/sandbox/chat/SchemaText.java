package dev.timbre.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Strings that a schema allows: length, pattern, format. */
final class SchemaText {
  private static final int MAX_LENGTH = 10_000;
  private static final int PATTERN_ATTEMPTS = 200;

  /** An example of each format, with what a hint must look like to pass for one. */
  private static final Map<String, Format> FORMATS =
      Map.ofEntries(
          format(
              "date-time",
              "2026-01-%1$02dT09:00:00Z",
              "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"),
          format("date", "2026-01-%1$02d", "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d)"),
          format("time", "09:%1$02d:00Z", "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ"),
          format("duration", "PT%1$dM", "PT\\d+[HMS]"),
          format("email", "anna%1$d@example.com", "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+"),
          format("idn-email", "anna%1$d@example.com", "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+"),
          format("hostname", "host%1$d.example.com", "[a-z0-9-]+(\\.[a-z0-9-]+)+"),
          format("ipv4", "192.0.2.%1$d", "((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}"),
          format("ipv6", "2001:db8::%1$d", "2001:db8::\\d+"),
          format("uri", "https://example.com/%1$d", "https?://[\\w./-]+"),
          format("uri-reference", "https://example.com/%1$d", "https?://[\\w./-]+"),
          format("url", "https://example.com/%1$d", "https?://[\\w./-]+"),
          format(
              "uuid",
              "0b8f5f2e-6f2d-4c6e-9a57-%1$012d",
              "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));

  private record Format(String example, Predicate<String> shape) {}

  private final JsonNode schema;
  private final int minLength;
  private final int maxLength;

  SchemaText(JsonNode schema) {
    this.schema = schema;
    this.minLength = schema.path("minLength").asInt(0);
    this.maxLength = schema.path("maxLength").asInt(Integer.MAX_VALUE);
  }

  private static Map.Entry<String, Format> format(String name, String example, String shape) {
    return Map.entry(name, new Format(example, Pattern.compile(shape).asMatchPredicate()));
  }

  /**
   * The first allowed text, or a later one for a later ordinal.
   *
   * @throws Unsatisfiable when none was found
   */
  String pick(String name, List<String> hints, int ordinal) {
    if (minLength > MAX_LENGTH) {
      throw new Unsatisfiable("minLength is above " + MAX_LENGTH);
    }
    List<String> candidates = new ArrayList<>(hints);
    if (schema.path("default").isTextual()) {
      candidates.add(schema.get("default").textValue());
    }
    schema.path("examples").forEach(e -> candidates.add(e.asText()));
    addMade(name.isEmpty() ? "text" : name, ordinal, candidates);
    Pattern pattern = pattern();
    return candidates.stream()
        .filter(c -> allows(c, pattern))
        .distinct()
        .skip(ordinal)
        .findFirst()
        .orElseThrow(() -> new Unsatisfiable("no text fits"));
  }

  private void addMade(String name, int ordinal, List<String> candidates) {
    Format format = FORMATS.get(schema.path("format").asText());
    for (int i = 1; i <= ordinal + 1; i++) {
      if (format != null) {
        candidates.add(String.format(format.example(), i));
      } else {
        candidates.add(fitted(i == 1 ? name : name + " " + i));
        candidates.add(fitted(i + name));
      }
    }
    if (schema.path("pattern").isTextual()) {
      addMatches(schema.get("pattern").textValue(), candidates);
    }
  }

  private static void addMatches(String pattern, List<String> candidates) {
    try {
      RgxGen generator = RgxGen.parse(pattern);
      Random random = new Random(1);
      for (int i = 0; i < PATTERN_ATTEMPTS; i++) {
        String made = generator.generate(random);
        if (made.length() > MAX_LENGTH) {
          return;
        }
        candidates.add(made);
      }
    } catch (RuntimeException e) {
      // A pattern beyond the generator; a hint may still fit it.
    }
  }

  private String fitted(String text) {
    StringBuilder fitted = new StringBuilder(text);
    while (fitted.length() < minLength) {
      fitted.append(' ').append(text);
    }
    // What was made has no surrogates, so that length and code points agree.
    int end = Math.min(fitted.length(), Math.max(minLength, Math.min(maxLength, text.length())));
    return fitted.substring(0, end);
  }

  private Pattern pattern() {
    if (!schema.path("pattern").isTextual()) {
      return null;
    }
    try {
      return Pattern.compile(schema.get("pattern").textValue());
    } catch (PatternSyntaxException e) {
      throw new Unsatisfiable("the pattern is malformed");
    }
  }

  private boolean allows(String text, Pattern pattern) {
    int length = text.codePointCount(0, text.length());
    Format format = FORMATS.get(schema.path("format").asText());
    return length >= minLength
        && length <= maxLength
        && (pattern == null || pattern.matcher(text).find())
        && (format == null || format.shape().test(text));
  }
}
