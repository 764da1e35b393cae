package dev.timbre.sandbox.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who sells the provider's operations, and so how they are written. A key belongs to one. */
public enum Dialect {
  /** The provider itself. */
  MINIMAX,
  AIPING,
  HINGNET,
  DMXAPI;

  /** The name in JSON: lower case. */
  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
