package dev.timbre.provider.client.wire;

import dev.timbre.provider.client.error.InvalidRequest;
import java.net.URI;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Limits of the contract, checked before anything is sent. Fields have their names on the wire. */
public final class Check {

  private Check() {}

  public static String notBlank(String field, String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidRequest(field, value == null ? "missing" : "blank", "some text");
    }
    return value;
  }

  /** Counts Unicode characters, not UTF-16 units; names the length, never the text. */
  public static String length(String field, String value, int most) {
    notBlank(field, value);
    int length = value.codePointCount(0, value.length());
    if (length > most) {
      throw new InvalidRequest(field, length + " characters long", "at most " + most);
    }
    return value;
  }

  /** Like {@link #length(String, String, int)}, with a shortest length too. */
  public static String length(String field, String value, int least, int most) {
    notBlank(field, value);
    int length = value.codePointCount(0, value.length());
    if (length < least || length > most) {
      throw new InvalidRequest(field, length + " characters long", least + " to " + most);
    }
    return value;
  }

  /** An address that the provider can reach: http or https, with a host. Names its scheme only. */
  public static URI webAddress(String field, URI value) {
    if (!ProviderUrl.isWebAddress(value)) {
      throw new InvalidRequest(
          field, "an address of scheme " + value.getScheme(), "http or https with a host");
    }
    return value;
  }

  public static void range(String field, OptionalInt value, int least, int most) {
    if (value.isPresent() && (value.getAsInt() < least || value.getAsInt() > most)) {
      throw new InvalidRequest(field, value.getAsInt(), least + " to " + most);
    }
  }

  /** Refuses NaN too. */
  public static void range(String field, OptionalDouble value, double least, double most) {
    if (value.isPresent() && !(value.getAsDouble() >= least && value.getAsDouble() <= most)) {
      throw new InvalidRequest(field, value.getAsDouble(), least + " to " + most);
    }
  }

  public static void oneOf(String field, OptionalInt value, Set<Integer> allowed) {
    if (value.isPresent() && !allowed.contains(value.getAsInt())) {
      throw new InvalidRequest(field, value.getAsInt(), "one of " + new TreeSet<>(allowed));
    }
  }
}
