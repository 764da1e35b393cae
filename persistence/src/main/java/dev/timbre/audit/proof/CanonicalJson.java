package dev.timbre.audit.proof;

import java.util.Map;
import java.util.TreeMap;

/**
 * Objects of strings in the one form that has one digest (RFC 8785): members by name, no white
 * space, only what must be escaped. A member that is null is left out.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  public static String of(Map<String, String> members) {
    StringBuilder json = new StringBuilder(512).append('{');
    new TreeMap<>(members)
        .forEach(
            (name, value) -> {
              if (value != null) {
                json.append(json.length() == 1 ? "" : ",");
                append(json, name);
                json.append(':');
                append(json, value);
              }
            });
    return json.append('}').toString();
  }

  /** A JSON string. */
  public static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2);
    append(json, text);
    return json.toString();
  }

  private static void append(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> {
          if (c < ' ') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}
