package dev.timbre.access.entity;

import dev.timbre.platform.error.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a client's API key may do. */
public enum Scope {
  VOICES_READ,
  VOICES_WRITE,
  RECORDINGS_WRITE,
  CONSENTS_WRITE,
  SPEECH,
  USAGE_READ,
  AUDIT_READ,
  ADMINISTRATION;

  /** The name the container and the wire know, for example {@code voices:read}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /**
   * @throws Invalid when there is no such scope; the message lists those there are
   */
  public static Scope of(String code) {
    return Arrays.stream(values())
        .filter(scope -> scope.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "scope-unknown",
                    "There is no scope '"
                        + code
                        + "'; use one of "
                        + Arrays.stream(values()).map(Scope::code).collect(Collectors.joining(", "))
                        + "."));
  }
}
