package dev.timbre.sandbox.model;

/** The provider says no: becomes an envelope with this code and message under HTTP 200. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /** Refuses with a code of the provider, which need not be one of {@link Code}. */
  public Refusal(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The number for {@code base_resp.status_code}. */
  public int code() {
    return code;
  }
}
