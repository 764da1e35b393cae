package dev.timbre.provider.client.wire;

import dev.timbre.provider.client.error.InvalidRequest;
import jakarta.json.JsonNumber;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A provider's id of a stored file. Opaque: a number or a string on the wire, digits kept exactly
 * (ids above 2^53 are usual).
 */
public record FileId(String value) {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,19}");

  /**
   * @throws InvalidRequest when blank
   */
  public FileId {
    Check.notBlank("file_id", value);
  }

  /** This id, if it can be written as the JSON integer that requests want. */
  public FileId requireInteger(String field) {
    if (!DIGITS.matcher(value).matches()) {
      throw new InvalidRequest(
          field, CleanText.of(value), "a whole number, as the upload answered it");
    }
    return this;
  }

  public JsonNumber asInteger() {
    return JsonText.JSON.createValue(new BigInteger(value));
  }

  @Override
  public String toString() {
    return value;
  }
}
