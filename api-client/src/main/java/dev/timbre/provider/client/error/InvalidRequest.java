package dev.timbre.provider.client.error;

/**
 * A request that the provider would surely refuse; nothing was sent. Thrown where the request is
 * built, so that no network is needed to find the mistake.
 */
public final class InvalidRequest extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;
  private final String limit;

  /**
   * @param field name on the wire, such as {@code voice_setting.speed}
   * @param value what was given, or its length where the value itself is long or private
   * @param limit what is allowed
   */
  public InvalidRequest(String field, Object value, String limit) {
    super(field + " is " + value + "; allowed: " + limit);
    this.field = field;
    this.value = String.valueOf(value);
    this.limit = limit;
  }

  /** Name on the wire. */
  public String field() {
    return field;
  }

  /** What was given, or its length. */
  public String value() {
    return value;
  }

  /** What is allowed. */
  public String limit() {
    return limit;
  }
}
