package dev.timbre.provider.client;

import java.util.Objects;
import java.util.regex.Pattern;

/** A provider's API key: opaque, and never shown. */
public final class ApiKey {

  private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

  private final String value;

  private ApiKey(String value) {
    this.value = value;
  }

  /**
   * @throws IllegalArgumentException when it could not stand in an HTTP header; the message does
   *     not show it
   */
  public static ApiKey of(String value) {
    String key = Objects.requireNonNull(value, "api key").strip();
    if (!PRINTABLE.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "An API key is printable ASCII without spaces; this one is blank or is not");
    }
    return new ApiKey(key);
  }

  /** Whether the key begins so; its beginning tells its kind and is no secret. */
  public boolean startsWith(String prefix) {
    return value.startsWith(prefix);
  }

  String secret() {
    return value;
  }

  /** A text of the provider without this key. */
  String maskedIn(String text) {
    return text.replace(value, "***");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ApiKey key && key.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "ApiKey[***]";
  }
}
