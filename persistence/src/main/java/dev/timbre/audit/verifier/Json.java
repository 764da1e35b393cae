package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.CanonicalBase64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value: objects, arrays, strings, whole numbers and booleans, which is all that
 * exports, receipts and proofs hold; and the members of an object. A name that stands twice in an
 * object is refused, as is anything after the value.
 */
final class Json {

  private static final int DEEPEST = 16;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /**
   * @return a map, list, string, long or boolean
   * @throws IllegalArgumentException when the text is none of these
   */
  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value();
    json.space();
    if (json.at != text.length()) {
      throw json.broken("something after the value");
    }
    return value;
  }

  /**
   * @throws IllegalArgumentException when the text is no object
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> readObject(String text) {
    if (read(text) instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw new IllegalArgumentException("Not a JSON object");
  }

  /**
   * @throws IllegalArgumentException when the member is no string, or is not there
   */
  static String text(Map<String, Object> members, String name) {
    return member(members, name, String.class);
  }

  /**
   * @throws IllegalArgumentException when the member is no whole number, or is not there
   */
  static long number(Map<String, Object> members, String name) {
    return member(members, name, Long.class);
  }

  /**
   * @throws IllegalArgumentException when the member is no object, or is not there
   */
  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> members, String name) {
    return (Map<String, Object>) member(members, name, Map.class);
  }

  /**
   * @throws IllegalArgumentException when the member is no array of hashes in base64, or is not
   *     there
   */
  static List<byte[]> hashes(Map<String, Object> members, String name) {
    List<byte[]> hashes = new ArrayList<>();
    for (Object hash : member(members, name, List.class)) {
      hashes.add(base64(hash, name));
    }
    return hashes;
  }

  /**
   * @param name whose bytes they are, for who reads the error
   * @throws IllegalArgumentException when the value is no string in base64
   */
  static byte[] base64(Object value, String name) {
    try {
      if (value instanceof String text) {
        return CanonicalBase64.decode(text);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " is not in base64", e);
    }
    throw new IllegalArgumentException(name + " is not in base64");
  }

  private static <T> T member(Map<String, Object> members, String name, Class<T> kind) {
    if (kind.isInstance(members.get(name))) {
      return kind.cast(members.get(name));
    }
    throw new IllegalArgumentException(name + " is missing");
  }

  private Object value() {
    space();
    if (++depth > DEEPEST) {
      throw broken("values within values");
    }
    Object value =
        switch (peek()) {
          case '{' -> object();
          case '[' -> array();
          case '"' -> string();
          case 't' -> word("true", true);
          case 'f' -> word("false", false);
          default -> number();
        };
    depth--;
    return value;
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    take('{');
    space();
    while (peek() != '}') {
      if (!object.isEmpty()) {
        take(',');
        space();
      }
      String name = string();
      space();
      take(':');
      if (object.put(name, value()) != null) {
        throw broken("the name " + name + " twice");
      }
      space();
    }
    take('}');
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    take('[');
    space();
    while (peek() != ']') {
      if (!array.isEmpty()) {
        take(',');
      }
      array.add(value());
      space();
    }
    take(']');
    return array;
  }

  private String string() {
    take('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw broken("a control character");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    take('"');
    return string.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '"', '\\', '/' -> c;
      case 'u' -> {
        at += 4;
        if (at > text.length()) {
          throw broken("the end of the line");
        }
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> throw broken("an escape \\" + c);
    };
  }

  private Long number() {
    int begin = at;
    while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
      at++;
    }
    try {
      return Long.valueOf(text.substring(begin, at));
    } catch (NumberFormatException e) {
      throw broken("something unknown");
    }
  }

  private Boolean word(String word, boolean value) {
    if (!text.startsWith(word, at)) {
      throw broken("something unknown");
    }
    at += word.length();
    return value;
  }

  /** Passes by what may stand between values. */
  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw broken("the end of the line");
    }
    return text.charAt(at);
  }

  private void take(char wanted) {
    if (peek() != wanted) {
      throw broken("'" + peek() + "' instead of '" + wanted + "'");
    }
    at++;
  }

  private IllegalArgumentException broken(String what) {
    return new IllegalArgumentException("No JSON: " + what + " at character " + (at + 1));
  }
}
